package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads one {@code value}: messages, statuses and errors, of several customers perhaps.
 *
 * @param number Meta's id of our own number, where the account says it
 */
record ValueReader(Optional<String> number) {

    List<Normalised> read(JsonNode value) {
        List<Normalised> told = new ArrayList<>();
        each(value, "messages", message -> message(value, message), told);
        each(value, "statuses", StatusReader::read, told);
        each(value, "errors", error -> Keep.whole("errors", error), told);
        return told;
    }

    /** A list of its own, in a change of its own. */
    List<Normalised> preferences(JsonNode value) {
        List<Normalised> told = new ArrayList<>();
        each(value, "user_preferences", preference -> preference(value, preference), told);
        return told;
    }

    private Normalised preference(JsonNode value, JsonNode preference) {
        ObjectNode piece = Json.withOnly(value, "user_preferences", preference);
        if (isForeign(value)) {
            return Keep.whole("foreign_number", piece);
        }
        return PreferenceReader.read(preference, value.path("contacts"))
                .orElseGet(() -> Keep.whole("user_preferences", piece));
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

    private static void each(
            JsonNode value,
            String field,
            Function<JsonNode, Normalised> reader,
            List<Normalised> told) {
        JsonNode items = value.path(field);
        if (items.isArray()) {
            items.forEach(item -> told.add(reader.apply(item)));
        } else if (!items.isMissingNode() && !items.isNull()) {
            told.add(Keep.whole(field, items));
        }
    }
}
