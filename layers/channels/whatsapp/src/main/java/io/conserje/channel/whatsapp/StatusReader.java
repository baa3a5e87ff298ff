package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.OutboundId;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.time.Instant;
import java.util.Optional;

/** Reads one status. A word that Meta adds some day is kept whole. */
final class StatusReader {
    private StatusReader() {}

    static Normalised read(JsonNode status) {
        String word = Json.text(status, "status").orElse(Keep.UNKNOWN);
        Optional<String> id = Json.text(status, "id");
        Optional<Instant> at = Json.seconds(status, "timestamp");
        Optional<Progress> progress = progress(word);
        return id.isPresent() && at.isPresent() && progress.isPresent()
                ? new Normalised.AboutMessage(
                        new Receipt(
                                id.get(),
                                message(status),
                                progress.get(),
                                at.get(),
                                failure(progress.get(), status)))
                : Keep.whole(word, status);
    }

    private static Optional<Progress> progress(String word) {
        return switch (word) {
            case "sent" -> Optional.of(Progress.SENT);
            case "delivered" -> Optional.of(Progress.DELIVERED);
            case "read" -> Optional.of(Progress.READ);
            case "played" -> Optional.of(Progress.PLAYED);
            case "failed" -> Optional.of(Progress.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<OutboundId> message(JsonNode status) {
        return Json.text(status, "biz_opaque_callback_data").flatMap(StatusReader::parse);
    }

    /** Somebody else may send from the same number, with words of their own in this field. */
    private static Optional<OutboundId> parse(String text) {
        try {
            return Optional.of(OutboundId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> failure(Progress progress, JsonNode status) {
        JsonNode error = status.path("errors").path(0);
        return progress == Progress.FAILED && error.isObject()
                ? Optional.of(GraphError.words(error))
                : Optional.empty();
    }
}
