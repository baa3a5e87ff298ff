package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.model.Contact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads one {@code value}: messages, statuses and errors, of several customers perhaps.
 *
 * @param number Meta's id of our own number, where the account says it
 */
record ValueReader(Optional<String> number) {

    List<Normalised> read(JsonNode value) {
        return Stream.of(
                        each(value, "messages", message -> message(value, message)),
                        each(value, "statuses", StatusReader::read),
                        each(value, "errors", error -> Keep.whole("errors", error)))
                .flatMap(Function.identity())
                .toList();
    }

    private Normalised message(JsonNode value, JsonNode message) {
        if (isForeign(value)) {
            return Keep.whole("foreign_number", Json.withOnly(value, "messages", message));
        }
        Optional<Contact> sender = Sender.of(message, value.path("contacts"));
        return sender.<Normalised>map(
                        from -> new Normalised.FromContact(from, MessageReader.read(message)))
                .orElseGet(() -> Keep.whole(MessageReader.kind(message), message));
    }

    /** All numbers of an app share one webhook: another desk answers this one. */
    private boolean isForeign(JsonNode value) {
        Optional<String> addressed = Json.text(value.path("metadata"), "phone_number_id");
        return number.isPresent() && addressed.isPresent() && !addressed.equals(number);
    }

    private static Stream<Normalised> each(
            JsonNode value, String field, Function<JsonNode, Normalised> reader) {
        JsonNode items = value.path(field);
        if (items.isMissingNode() || items.isNull()) {
            return Stream.empty();
        }
        return items.isArray()
                ? items.valueStream().map(reader)
                : Stream.of(Keep.whole(field, items));
    }
}
