package io.conserje.local.fuzz;

import io.conserje.local.simulation.cloud.Flaw;
import io.conserje.local.simulation.cloud.QueueMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Refuses what the services would refuse, and notes it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SQS:
 *     which characters a message may hold</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">DynamoDB:
 *     how large an item and a key may be</a>
 */
final class Limits implements Flaw {
    private static final int LARGEST_MESSAGE = 262_144;
    private static final int LARGEST_ITEM = 400 * 1024;
    private static final int LONGEST_PARTITION_KEY = 2048;
    private static final int LONGEST_SORT_KEY = 1024;
    private static final int MOST_DIGITS = 38;
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

    private final List<String> broken = new ArrayList<>();

    /** Since it was asked before. */
    List<String> broken() {
        List<String> found = List.copyOf(broken);
        broken.clear();
        return found;
    }

    @Override
    public QueueMessage sent(String queue, QueueMessage message) {
        require(isText(message.body()), queue + ": characters that no queue message may hold");
        require(size(message.body()) <= LARGEST_MESSAGE, queue + ": a message too large");
        require(!message.body().isEmpty(), queue + ": an empty message");
        if (queue.endsWith(".fifo")) {
            require(NAME.matcher(message.group()).matches(), queue + ": no name for a group");
            require(NAME.matcher(message.deduplication()).matches(), queue + ": deduplication");
        }
        message.attributes()
                .forEach((name, value) ->
                        require(
                                isText(value.stringValue()) && !value.stringValue().isEmpty(),
                                queue + ": no value for the attribute " + name));
        return message;
    }

    @Override
    public Map<String, AttributeValue> kept(String table, Map<String, AttributeValue> item) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> one : item.entrySet()) {
            size += size(one.getKey()) + size(table, one.getKey(), one.getValue());
        }
        requireItem(size <= LARGEST_ITEM, table + ": an item of " + size + " bytes");
        key(table, item, "pk", LONGEST_PARTITION_KEY);
        key(table, item, "sk", LONGEST_SORT_KEY);
        return item;
    }

    private void key(String table, Map<String, AttributeValue> item, String name, int most) {
        AttributeValue key = item.get(name);
        boolean fits = key != null && !key.s().isEmpty() && size(key.s()) <= most;
        requireItem(fits, table + ": no key as " + name);
    }

    private int size(String table, String name, AttributeValue value) {
        if (value.s() != null) {
            boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(value.s());
            requireItem(whole, table + ": half a character in " + name);
            return size(value.s());
        }
        if (value.n() != null) {
            boolean number = new BigDecimal(value.n()).precision() <= MOST_DIGITS;
            requireItem(number, table + ": no number in " + name);
        }
        int inside = value.l().stream().mapToInt(one -> size(table, name, one)).sum();
        return inside
                + value.m().entrySet().stream()
                        .mapToInt(one ->
                                size(one.getKey()) + size(table, one.getKey(), one.getValue()))
                        .sum();
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** {@code #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF}. */
    private static boolean isText(String text) {
        return text.codePoints()
                .allMatch(one ->
                        one == '\t'
                                || one == '\n'
                                || one == '\r'
                                || (one >= 0x20 && one <= 0xD7FF)
                                || (one >= 0xE000 && one <= 0xFFFD)
                                || one >= 0x10000);
    }

    private void require(boolean kept, String what) {
        if (!kept) {
            broken.add(what);
            throw SqsException.builder().message(what).build();
        }
    }

    private void requireItem(boolean kept, String what) {
        if (!kept) {
            broken.add(what);
            throw DynamoDbException.builder().message(what).build();
        }
    }
}
