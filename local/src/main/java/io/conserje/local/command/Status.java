package io.conserje.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what runs here, where, and how much work there is. Ends with 3 when nothing runs. */
@Command(name = "status")
final class Status implements Callable<Integer> {
    private static final int NOTHING_RUNS = 3;

    @Mixin private Home home;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        Optional<RunFile> found = RunFile.find(home.data());
        if (found.isEmpty()) {
            System.out.println(texts.say("not-running"));
            return NOTHING_RUNS;
        }
        RunFile run = found.get();
        System.out.println(
                texts.say("status.running", Long.toString(run.pid()), run.api(), home.data()));
        try (Http http = new Http()) {
            JsonNode health = http.get(run.api().resolve("/health")).body();
            for (JsonNode part : health.path("parts")) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-14s %s%n",
                        part.path("name").asText(),
                        texts.say(
                                "health.part",
                                part.path("waiting").asLong(),
                                part.path("dead").asLong()));
            }
            for (RunFile.Line line : run.lines()) {
                JsonNode state = http.get(line.emulator().resolve("/_emulator/state")).body();
                System.out.println(
                        texts.say(
                                "status.line",
                                line.channel() + "/" + line.account(),
                                line.emulator(),
                                state.path("accepted").asLong(),
                                state.path("pending").asLong()));
            }
        }
        return 0;
    }
}
