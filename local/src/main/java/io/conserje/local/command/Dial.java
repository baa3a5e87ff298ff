package io.conserje.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Turns the faults of an emulated provider while it runs. */
@Command(name = "dial")
final class Dial implements Callable<Integer> {
    @Mixin private Home home;

    @Mixin private Counterpart counterpart;

    @Parameters(paramLabel = "FAULT=RATE")
    private Map<String, String> knobs = Map.of();

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        URI dial =
                counterpart
                        .line(RunFile.require(home.data(), texts), texts)
                        .emulator()
                        .resolve("/_emulator/dial");
        try (Http http = new Http()) {
            ObjectNode wanted = http.json().createObjectNode();
            knobs.forEach(wanted::put);
            Http.Answer answer = knobs.isEmpty() ? http.get(dial) : http.put(dial, wanted);
            if (answer.status() != 200) {
                throw new Mistake(answer.body().path("error").asText());
            }
            System.out.println(answer.body());
            return 0;
        }
    }
}
