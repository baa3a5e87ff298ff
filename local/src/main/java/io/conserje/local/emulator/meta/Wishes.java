package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.phone.Conversation;
import java.time.Instant;
import java.util.Set;

/**
 * What a customer told WhatsApp, rather than the business: whether they want to hear of it. The
 * last line of its kind in the transcript holds, so it survives with the transcript.
 */
final class Wishes {
    static final String BLOCK = "block";
    static final String PREFERENCES = "user_preferences";

    /** Lines of these kinds are no messages. */
    static final Set<String> KINDS = Set.of(BLOCK, PREFERENCES);

    private static final String BLOCKED = "blocked";
    private static final String STOP = "stop";

    private Wishes() {}

    static String of(Gesture.Block block) {
        return block.blocked() ? BLOCKED : "unblocked";
    }

    static String of(Gesture.Marketing marketing) {
        return marketing.wanted() ? "resume" : STOP;
    }

    /** As the webhook tells it. */
    static JsonNode preference(String customer, String value, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("wa_id", customer)
                .put("user_id", MetaIds.userId(customer))
                .put("detail", "User requested to " + value + " marketing messages")
                .put("category", "marketing_messages")
                .put("value", value)
                .put("timestamp", at.getEpochSecond());
    }

    static boolean hasBlocked(Conversation conversation) {
        return holds(conversation, BLOCK, BLOCKED);
    }

    static boolean wantsNoMarketing(Conversation conversation) {
        return holds(conversation, PREFERENCES, STOP);
    }

    private static boolean holds(Conversation conversation, String kind, String value) {
        return conversation.lastSaid(kind).map(PhoneLine::text).filter(value::equals).isPresent();
    }
}
