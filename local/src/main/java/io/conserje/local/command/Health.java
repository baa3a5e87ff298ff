package io.conserje.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.application.Coordination.Outage;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoCoordination;
import io.conserje.aws.DynamoSessions;
import io.conserje.model.TheOutsideWorld;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the deployed route whether the way is open. Ends with 0 when it is. */
@Command(name = "health")
@TheOutsideWorld
final class Health implements Callable<Integer> {
    @Mixin private Home home;

    @Option(names = "--json")
    private boolean json;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        RunFile run = RunFile.require(home.data(), texts);
        try (Http http = new Http()) {
            JsonNode report = http.get(run.api().resolve("/health")).body();
            if (json) {
                System.out.println(report);
            } else {
                print(report);
                if (report.path("providersDown").asInt() > 0) {
                    printOutages(run);
                }
                if (report.path("sessionsDown").asInt() > 0) {
                    printSessions(run);
                }
            }
            return report.path("status").asText().equals("down") ? 1 : 0;
        }
    }

    private void printOutages(RunFile run) {
        try (AwsClients clients = new AwsClients(run.env())) {
            for (Outage outage : new DynamoCoordination(clients, run.env()).outages()) {
                System.out.println(
                        texts.say(
                                "health.provider",
                                outage.account(),
                                outage.since(),
                                outage.until(),
                                outage.reason()));
            }
        }
    }

    private void printSessions(RunFile run) {
        Instant now = Instant.now();
        try (AwsClients clients = new AwsClients(run.env())) {
            new DynamoSessions(clients, run.env())
                    .all()
                    .forEach((session, state) -> {
                        if (!state.isWell(now)) {
                            System.out.println(
                                    texts.say(
                                            "health.session",
                                            session,
                                            WhatsApp.word(texts, state.state())));
                        }
                    });
        }
    }

    private void print(JsonNode report) {
        System.out.println(texts.say("health." + report.path("status").asText()));
        for (JsonNode part : report.path("parts")) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-16s %-4s %s%n",
                    part.path("name").asText(),
                    part.path("answers").asBoolean() ? "ok" : "DOWN",
                    texts.say(
                            "health.part",
                            part.path("waiting").asLong(),
                            part.path("dead").asLong()));
        }
    }
}
