package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.time.Instant;

/**
 * One update.
 *
 * @param kind the name of the field that holds what it is about
 * @param whole all of it, for keeping
 */
record Update(String number, String kind, JsonNode whole) {

    JsonNode payload() {
        return whole.path(kind);
    }

    MessageId id() {
        return Ids.update(number);
    }

    /** When it happened; the beginning of time where Telegram does not say. */
    Instant date() {
        return Json.seconds(payload(), "date").orElse(Instant.EPOCH);
    }

    Normalised from(Contact contact, Content content) {
        return new Normalised.FromContact(contact, InboundMessage.of(id(), date(), content));
    }

    Content.Unsupported unsupported() {
        return unsupported(kind);
    }

    Content.Unsupported unsupported(String word) {
        return new Content.Unsupported(word, Json.raw(whole));
    }

    Normalised onAccount() {
        return onAccount(unsupported());
    }

    Normalised onAccount(Content content) {
        return new Normalised.AboutAccount(InboundMessage.of(Keep.digest(whole), date(), content));
    }
}
