package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One body of a queue of the session's. */
record Body(ObjectNode whole) {

    Normalised read(Account account) {
        if (isOfAnother(account)) {
            return onAccount();
        }
        return switch (type()) {
            case "message" -> MessageReader.read(this);
            case "sent", "delivered", "read", "played", "failed" -> EventReader.read(this);
            default -> onAccount();
        };
    }

    String type() {
        return Json.text(whole, "type").orElse(Keep.UNKNOWN);
    }

    Optional<String> id() {
        return Json.text(whole, "id");
    }

    Optional<Instant> at() {
        return Json.seconds(whole, "t");
    }

    /** A session is named as its account. */
    private boolean isOfAnother(Account account) {
        return Json.text(whole, "session")
                .filter(session -> !session.equals(account.ref().account()))
                .isPresent();
    }

    Normalised onAccount() {
        return new Normalised.AboutAccount(
                InboundMessage.of(digest(), at().orElse(Instant.EPOCH), unsupported(type())));
    }

    Content.Unsupported unsupported(String kind) {
        return new Content.Unsupported(kind, Json.raw(whole));
    }

    /** Who published it, and when the process had begun, differ in a repetition. */
    MessageId digest() {
        JsonNode same = whole.deepCopy().remove(List.of("fence", "offline"));
        return Keep.digest(same);
    }
}
