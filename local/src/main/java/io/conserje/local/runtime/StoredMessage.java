package io.conserje.local.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queued message as the journal keeps it. Times are text, to the nanosecond: they carry a group's
 * order.
 */
record StoredMessage(
        String queue,
        String id,
        String body,
        Map<String, Attribute> attributes,
        String created,
        long visibleAtMillis,
        @Nullable String group,
        @Nullable String deduplication,
        @Nullable String tracing,
        @Nullable String sequence,
        @Nullable String deadLetterSource,
        int receiveCount,
        @Nullable String firstReceived) {

    /** {@code type} is String, Number or Binary (then the value is base64). */
    record Attribute(String type, String value, @Nullable String customType) {}

    StoredMessage received(int count, @Nullable String first) {
        return new StoredMessage(
                queue,
                id,
                body,
                attributes,
                created,
                visibleAtMillis,
                group,
                deduplication,
                tracing,
                sequence,
                deadLetterSource,
                count,
                first);
    }
}
