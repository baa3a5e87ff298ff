package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.phone.Ledger;
import io.conserje.local.emulator.post.Postman;
import io.conserje.local.emulator.post.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Decides on templates, and tells of it. */
final class TemplateReview {
    /** How long a template rests that customers did not like, for the first time. */
    private static final Duration PAUSE = Duration.ofHours(3);

    private final Templates templates;
    private final Ledger ledger;
    private final Postman postman;
    private final MetaWebhooks webhooks;
    private final InstantSource clock;

    TemplateReview(
            Templates templates,
            Ledger ledger,
            Postman postman,
            MetaWebhooks webhooks,
            InstantSource clock) {
        this.templates = templates;
        this.ledger = ledger;
        this.postman = postman;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Approves whatever has no {@code rejected} in its name. */
    void review(String name, String language) {
        TemplateStatus verdict =
                name.contains("rejected") ? TemplateStatus.REJECTED : TemplateStatus.APPROVED;
        templates
                .find(name, language)
                .filter(template -> template.status() == TemplateStatus.PENDING)
                .ifPresent(template -> decide(template, verdict));
    }

    /** Reviews what the last process did not come to. */
    void catchUp() {
        templates.all().forEach(template -> review(template.name(), template.language()));
    }

    /** The webhook is owed first: it may come twice after a power cut, but not never. */
    void decide(Template template, TemplateStatus verdict) {
        String reason = verdict == TemplateStatus.REJECTED ? "INVALID_FORMAT" : Template.NO_REASON;
        Template decided = template.becoming(verdict, reason);
        Webhook webhook = webhook(decided);
        ledger.wrote(List.of(), List.of(webhook));
        boolean unused = templates.replace(decided);
        postman.post(webhook);
    }

    private Webhook webhook(Template template) {
        String key = "template/" + template.name() + "/" + template.language();
        Instant now = clock.instant();
        return new Webhook(
                key + "/" + template.changes(),
                List.of(key),
                List.of(),
                webhooks.templateStatus(value(template, now), now));
    }

    private static ObjectNode value(Template template, Instant now) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("event", template.status().name())
                .put("message_template_id", Long.parseLong(template.id()))
                .put("message_template_name", template.name())
                .put("message_template_language", template.language())
                .put("reason", template.reason())
                .put("message_template_category", template.category().name());
        switch (template.status()) {
            case PENDING, APPROVED -> {}
            case REJECTED ->
                    value.putObject("rejection_info")
                            .put("reason", "Your template is not in the right format.")
                            .put("recommendation", "Choose another name for it.");
            case PAUSED ->
                    value.putObject("other_info")
                            .put("title", "FIRST_PAUSE")
                            .put(
                                    "description",
                                    "Your WhatsApp message template has been paused for "
                                            + PAUSE.toHours()
                                            + " hours because it had issues.");
            case DISABLED ->
                    value.putObject("disable_info").put("disable_date", now.getEpochSecond());
        }
        return value;
    }
}
