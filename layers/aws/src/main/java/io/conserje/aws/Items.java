package io.conserje.aws;

import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.ProjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys and attributes of the conversations' table. */
final class Items {
    static final String STATE = "STATE";

    /** Providers repeat a webhook for up to 7 days (Meta); this is well beyond. */
    static final Duration REMEMBER_SEEN = Duration.ofDays(30);

    private Items() {}

    static Map<String, AttributeValue> key(
            ProjectId project, ConversationId conversation, String sort) {
        return Map.of("pk", text("P#" + project + "#C#" + conversation), "sk", text(sort));
    }

    static Map<String, AttributeValue> item(
            ProjectId project, ConversationId conversation, String sort) {
        return new HashMap<>(key(project, conversation, sort));
    }

    static String message(long sequence) {
        return String.format(Locale.ROOT, "M#%012d", sequence);
    }

    /** A provider's id can be longer than a sort key may be, so its digest stands for it. */
    static String seen(MessageId message) {
        return "SEEN#" + sha256(message.value());
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static long longOf(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(attribute(item, name).n());
    }

    static long longOr(Map<String, AttributeValue> item, String name, long otherwise) {
        return item.containsKey(name) ? longOf(item, name) : otherwise;
    }

    static Optional<Instant> instantOf(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Instant.parse(value.s()));
    }

    static String stringOf(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    static List<AttributeValue> listOf(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).l();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "item " + item.get("sk") + " has no attribute '" + name + "'");
        }
        return value;
    }
}
