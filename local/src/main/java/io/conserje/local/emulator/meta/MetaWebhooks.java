package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.phone.Conversation;
import io.conserje.local.emulator.phone.CustomerWire.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The envelopes that Meta puts messages and statuses in. */
final class MetaWebhooks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MetaAccount account;

    MetaWebhooks(MetaAccount account) {
        this.account = account;
    }

    /**
     * One change for each customer, and from the second customer on a second entry: whoever looks
     * only at the first of any of these lists loses messages. A missing node when nothing is told.
     */
    JsonNode messages(List<Written> together) {
        Map<Conversation, List<Written>> byCustomer = new LinkedHashMap<>();
        together.forEach(
                w -> byCustomer.computeIfAbsent(w.conversation(), c -> new ArrayList<>()).add(w));
        List<ObjectNode> changes = new ArrayList<>();
        byCustomer.forEach((conversation, written) -> {
            change(conversation, written).ifPresent(changes::add);
            preferences(conversation, written).ifPresent(changes::add);
        });
        if (changes.isEmpty()) {
            return MissingNode.getInstance();
        }
        int half = (changes.size() + 1) / 2;
        ObjectNode body = envelope();
        entry(body, changes.subList(0, half));
        if (half < changes.size()) {
            entry(body, changes.subList(half, changes.size()));
        }
        return body;
    }

    ObjectNode status(Conversation conversation, ObjectNode status) {
        ObjectNode value = value(conversation);
        value.putArray("statuses").add(status);
        ObjectNode body = envelope();
        entry(body, List.of(change(value, "messages")));
        return body;
    }

    /** About the account, not about a customer. */
    ObjectNode templateStatus(ObjectNode value, Instant at) {
        ObjectNode body = envelope();
        entry(body, List.of(change(value, "message_template_status_update")))
                .put("time", at.getEpochSecond());
        return body;
    }

    private Optional<ObjectNode> change(Conversation conversation, List<Written> written) {
        return change(
                conversation,
                written.stream().filter(w -> !Wishes.KINDS.contains(w.line().kind())).toList(),
                "messages");
    }

    private Optional<ObjectNode> preferences(Conversation conversation, List<Written> written) {
        return change(
                conversation,
                written.stream().filter(w -> w.line().kind().equals(Wishes.PREFERENCES)).toList(),
                Wishes.PREFERENCES);
    }

    /** A field's list has the field's name. */
    private Optional<ObjectNode> change(
            Conversation conversation, List<Written> written, String field) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode value = value(conversation);
        ArrayNode items = value.putArray(field);
        written.stream().map(Written::message).forEach(items::add);
        return Optional.of(change(value, field));
    }

    private static ObjectNode change(ObjectNode value, String field) {
        ObjectNode change = JSON.objectNode();
        change.set("value", value);
        return change.put("field", field);
    }

    private ObjectNode value(Conversation conversation) {
        ObjectNode value = JSON.objectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", account.displayPhoneNumber())
                .put("phone_number_id", account.phoneNumberId());
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", conversation.name());
        contact.put("wa_id", conversation.customer())
                .put("user_id", MetaIds.userId(conversation.customer()));
        return value;
    }

    private static ObjectNode envelope() {
        ObjectNode body = JSON.objectNode().put("object", "whatsapp_business_account");
        body.putArray("entry");
        return body;
    }

    private ObjectNode entry(ObjectNode body, List<? extends JsonNode> changes) {
        ObjectNode entry = body.withArray("entry").addObject();
        entry.put("id", account.businessAccountId()).putArray("changes").addAll(changes);
        return entry;
    }
}
