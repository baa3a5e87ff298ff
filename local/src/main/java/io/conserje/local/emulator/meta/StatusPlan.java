package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.phone.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a message that was accepted. */
final class StatusPlan {
    private static final Duration WINDOW = Duration.ofHours(24);

    /** A number that ends so is not on WhatsApp. */
    private static final String UNREACHABLE = "0000";

    record Failure(int code, String title, String details) {}

    record Step(Status status, @Nullable Failure failure) {}

    private static final Failure UNDELIVERABLE =
            new Failure(131026, "Message undeliverable", "Message Undeliverable.");

    private static final Failure WINDOW_CLOSED =
            new Failure(
                    131047,
                    "Re-engagement message",
                    "Message failed to send because more than 24 hours have passed since the"
                            + " customer last replied to this number.");

    private static final String UNWANTED_WORDS =
            "Unable to deliver the message. This recipient has chosen to stop receiving marketing"
                    + " messages on WhatsApp from your business";

    private static final Failure UNWANTED = new Failure(131050, UNWANTED_WORDS, UNWANTED_WORDS);

    private final List<Status> statuses;

    StatusPlan(List<Status> statuses) {
        this.statuses = statuses;
    }

    /** Meta accepts a message that comes too late, and tells of its failure only afterwards. */
    List<Step> of(
            JsonNode body, Optional<Template> template, Conversation conversation, Instant now) {
        if (!isTemplate(body) && !windowIsOpen(conversation, now)) {
            return List.of(new Step(Status.FAILED, WINDOW_CLOSED));
        }
        if (conversation.customer().endsWith(UNREACHABLE) || Wishes.hasBlocked(conversation)) {
            return List.of(new Step(Status.SENT, null), new Step(Status.FAILED, UNDELIVERABLE));
        }
        if (template.filter(StatusPlan::isMarketing).isPresent()
                && Wishes.wantsNoMarketing(conversation)) {
            return List.of(new Step(Status.FAILED, UNWANTED));
        }
        return statuses.stream().map(status -> new Step(status, null)).toList();
    }

    static boolean isTemplate(JsonNode body) {
        return MessageRules.type(body).equals("template");
    }

    private static boolean isMarketing(Template template) {
        return template.category() == Template.Category.MARKETING;
    }

    private static boolean windowIsOpen(Conversation conversation, Instant now) {
        return conversation
                .lastSaidBesides(Wishes.KINDS)
                .filter(said -> now.isBefore(said.plus(WINDOW)))
                .isPresent();
    }
}
