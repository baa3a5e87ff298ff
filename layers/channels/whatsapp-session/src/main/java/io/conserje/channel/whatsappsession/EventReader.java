package io.conserje.channel.whatsappsession;

import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.model.OutboundId;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what became of a message of ours; one without its name or its time is kept whole. */
final class EventReader {
    private EventReader() {}

    static Normalised read(Body body) {
        Progress progress = Progress.valueOf(body.type().toUpperCase(Locale.ROOT));
        return body.id()
                .flatMap(id ->
                        body.at()
                                .<Normalised>map(at ->
                                        new Normalised.AboutMessage(
                                                new Receipt(
                                                        id,
                                                        ref(body),
                                                        progress,
                                                        at,
                                                        failure(body, progress)))))
                .orElseGet(body::onAccount);
    }

    /** Nobody but us writes it, but it has been on a way. */
    private static Optional<OutboundId> ref(Body body) {
        try {
            return Json.text(body.whole(), "ref").map(OutboundId::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> failure(Body body, Progress progress) {
        String words =
                Stream.of("code", "reason")
                        .flatMap(field -> Json.text(body.whole(), field).stream())
                        .collect(Collectors.joining(" "));
        return progress == Progress.FAILED
                ? Optional.of(words.isEmpty() ? "no reason" : words)
                : Optional.empty();
    }
}
