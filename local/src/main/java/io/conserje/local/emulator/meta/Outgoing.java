package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.journal.Entry.Note;
import io.conserje.local.emulator.meta.StatusPlan.Failure;
import io.conserje.local.emulator.meta.StatusPlan.Step;
import io.conserje.local.emulator.phone.Conversation;
import io.conserje.local.emulator.phone.Ledger;
import io.conserje.local.emulator.post.Postman;
import io.conserje.local.emulator.post.Receipt;
import io.conserje.local.emulator.post.Webhook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a message for a customer: onto the telephone, and its statuses to the postman. */
final class Outgoing {
    private static final String CALLBACK = "biz_opaque_callback_data";

    private record Message(JsonNode body, Optional<Template> template) {}

    private final Ledger ledger;
    private final Postman postman;
    private final MetaWebhooks webhooks;
    private final MetaIds ids;
    private final Templates templates;
    private final StatusPlan plan;
    private final InstantSource clock;
    private final Consumer<AcceptedMessage> accepted;

    Outgoing(
            Ledger ledger,
            Postman postman,
            MetaWebhooks webhooks,
            MetaIds ids,
            Templates templates,
            StatusPlan plan,
            InstantSource clock,
            Consumer<AcceptedMessage> accepted) {
        this.ledger = ledger;
        this.postman = postman;
        this.webhooks = webhooks;
        this.ids = ids;
        this.templates = templates;
        this.plan = plan;
        this.clock = clock;
        this.accepted = accepted;
    }

    /** Returns the message's id, once the message and all it owes are written down. */
    String accept(String customer, JsonNode body) {
        String id = ledger.conversations().holding(List.of(customer), () -> write(customer, body));
        String callback = body.path(CALLBACK).textValue();
        accepted.accept(new AcceptedMessage(customer, id, body, callback, System.nanoTime()));
        return id;
    }

    private String write(String customer, JsonNode body) {
        Conversation conversation = ledger.conversations().of(customer);
        String key = customer + "/told/" + conversation.told();
        Instant now = clock.instant();
        Optional<Template> template =
                StatusPlan.isTemplate(body) ? templates.sentBy(body) : Optional.empty();
        PhoneLine line =
                Shown.line(body, template, ids.wamid(customer, key), now)
                        .withIndex(conversation.size());
        Message message = new Message(body, template);
        List<Webhook> owed =
                plan.of(body, template, conversation, now).stream()
                        .map(step -> webhook(conversation, key, line, step, message))
                        .toList();
        ledger.wrote(List.of(new Note(customer, conversation.name(), line)), owed);
        owed.forEach(postman::post);
        return line.id();
    }

    private Webhook webhook(
            Conversation conversation, String key, PhoneLine line, Step step, Message message) {
        Failure failure = step.failure();
        String why = failure == null ? null : failure.code() + " " + failure.title();
        // What Meta tells of our messages does not wait for what the customer says, nor the
        // reverse.
        return new Webhook(
                key + "/" + step.status().word(),
                List.of(conversation.customer() + "/told"),
                List.of(new Receipt(line.id(), step.status(), why)),
                webhooks.status(conversation, status(conversation, line, step, message)));
    }

    private static ObjectNode status(
            Conversation conversation, PhoneLine line, Step step, Message message) {
        ObjectNode status =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", line.id())
                        .put("status", step.status().word())
                        .put("timestamp", Long.toString(line.at().getEpochSecond()))
                        .put("recipient_id", conversation.customer())
                        .put("recipient_user_id", MetaIds.userId(conversation.customer()));
        JsonNode callback = message.body().path(CALLBACK);
        if (callback.isTextual()) {
            status.set(CALLBACK, callback);
        }
        Failure failure = step.failure();
        if (failure != null) {
            addError(status, failure);
        } else if (step.status() != Status.FAILED) {
            addPricing(status, message.template());
        }
        return status;
    }

    /** Per-message pricing, which leaves out the older {@code conversation} object. */
    private static void addPricing(ObjectNode status, Optional<Template> template) {
        String category =
                template.map(t -> t.category().name().toLowerCase(Locale.ROOT)).orElse("service");
        status.putObject("pricing")
                .put("billable", template.isPresent())
                .put("pricing_model", "PMP")
                .put("type", template.isPresent() ? "regular" : "free_customer_service")
                .put("category", category);
    }

    private static void addError(ObjectNode status, Failure failure) {
        ObjectNode error = status.putArray("errors").addObject();
        error.put("code", failure.code())
                .put("title", failure.title())
                .put("message", failure.title());
        error.putObject("error_data").put("details", failure.details());
        error.put(
                "href",
                "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    }
}
