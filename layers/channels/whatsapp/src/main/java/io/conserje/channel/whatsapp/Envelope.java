package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks {@code entry[] x changes[]}. Whatever level turns out to tell nothing is kept whole, so
 * that nothing that came is dropped.
 */
final class Envelope {
    private static final String OBJECT = "whatsapp_business_account";

    private final ValueReader values;
    private final Optional<String> business;
    private final List<Normalised> told = new ArrayList<>();
    private final Set<MessageId> seen = new HashSet<>();

    /**
     * @param business Meta's id of our business account, where the account says it
     */
    private Envelope(ValueReader values, Optional<String> business) {
        this.values = values;
        this.business = business;
    }

    static List<Normalised> read(ObjectNode body, Account account) {
        Optional<String> number = Optional.ofNullable(account.settings().get(GraphApi.NUMBER));
        Optional<String> business = Optional.ofNullable(account.settings().get(GraphApi.BUSINESS));
        Envelope envelope = new Envelope(new ValueReader(number), business);
        envelope.body(body);
        return envelope.told;
    }

    private void body(ObjectNode body) {
        String object = Json.text(body, "object").orElse(OBJECT);
        if (object.equals(OBJECT)) {
            each(body, "entry", this::entry);
        } else {
            tell(Keep.whole(object, body));
        }
    }

    private void entry(JsonNode entry) {
        each(entry, "changes", change -> change(entry, change));
    }

    private void change(JsonNode entry, JsonNode change) {
        JsonNode value = change.path("value");
        List<Normalised> read =
                switch (field(change)) {
                    case "messages" -> values.read(value);
                    case "user_preferences" -> values.preferences(value);
                    case "message_template_status_update" -> template(entry, change, value);
                    default -> List.of();
                };
        if (read.isEmpty()) {
            tell(keep(entry, change));
        } else {
            read.forEach(this::tell);
        }
    }

    /** All business accounts of an app share one webhook: this one's templates may not be ours. */
    private List<Normalised> template(JsonNode entry, JsonNode change, JsonNode value) {
        Optional<String> named = Json.text(entry, "id");
        return business.isPresent() && named.isPresent() && !named.equals(business)
                ? List.of()
                : TemplateNewsReader.read(Json.withOnly(entry, "changes", change), value).stream()
                        .toList();
    }

    /**
     * With the entry's id and time, or the second restriction of an account would pass for the
     * first.
     */
    private static Normalised keep(JsonNode entry, JsonNode change) {
        return Keep.whole(field(change), Json.withOnly(entry, "changes", change));
    }

    private static String field(JsonNode change) {
        return Json.text(change, "field").orElse(Keep.UNKNOWN);
    }

    private void each(JsonNode parent, String field, Consumer<JsonNode> reader) {
        JsonNode items = parent.path(field);
        if (items.isArray() && !items.isEmpty()) {
            items.forEach(reader);
        } else {
            tell(Keep.whole(Keep.UNKNOWN, parent));
        }
    }

    private void tell(Normalised one) {
        if (isFirst(one)) {
            told.add(one);
        }
    }

    /** Meta has been seen to repeat a message inside one webhook. Receipts may repeat. */
    private boolean isFirst(Normalised one) {
        return switch (one) {
            case Normalised.FromContact from -> seen.add(from.message().id());
            case Normalised.AboutAccount about -> seen.add(about.message().id());
            case Normalised.AboutMessage about -> true;
            case Normalised.PassedOver none -> true;
        };
    }
}
