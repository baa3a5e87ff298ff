package io.conserje.messaging;

import io.conserje.application.AcceptWebhook;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Tells what became of what a provider said. */
record Reports(Way way, InstantSource clock) {

    void passed(AccountRef account, AcceptWebhook.Accepted accepted, Instant now) {
        Duration latency = Duration.between(now, clock.instant());
        for (Arrival arrival : accepted.arrivals()) {
            try (Trail trail =
                    Trail.of(arrival.correlation(), arrival.conversation(), arrival.project())) {
                List<String> kinds =
                        arrival.messages().stream()
                                .map(message -> message.content().getClass().getSimpleName())
                                .toList();
                way.passed(
                        Word.WEBHOOK,
                        "verified and queued",
                        latency,
                        Map.of("account", account.toString()));
                way.passed(Word.NORMALISE, "normalised", Duration.ZERO, Map.of("kinds", kinds));
            }
        }
        if (accepted.arrivals().isEmpty()) {
            way.passed(
                    Word.WEBHOOK,
                    "verified and queued",
                    latency,
                    Map.of(
                            "account", account.toString(),
                            "receipts", accepted.receipts(),
                            "passedOver", accepted.passedOver()));
        }
    }

    void failed(String what, AccountRef account, Instant since, String reason) {
        Duration latency = Duration.between(since, clock.instant());
        way.failed(
                Word.WEBHOOK,
                what,
                latency,
                Map.of("account", account.toString(), "reason", reason));
    }
}
