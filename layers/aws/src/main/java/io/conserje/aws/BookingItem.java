package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One item to be written whole within a transaction: a value as text in {@code data}, and beside it
 * the number that the next write is held to.
 */
final class BookingItem {
    /**
     * An item has 400 KB at most, its names and keys with it.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
     */
    static final int MOST_BYTES = 300_000;

    private static final String NONE_YET = "attribute_not_exists(pk)";

    private final String table;
    private final Map<String, AttributeValue> item;

    BookingItem(String table, Map<String, AttributeValue> key, String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalStateException(
                    "item "
                            + key.get("sk")
                            + " of the bookings would have "
                            + bytes
                            + " bytes, more than "
                            + MOST_BYTES
                            + ": too much in one day or agenda");
        }
        this.table = table;
        this.item = new HashMap<>(key);
        item.put("data", text(data));
    }

    BookingItem expiring(long epochSecond) {
        item.put("expiresAt", number(epochSecond));
        return this;
    }

    TransactWriteItem always() {
        return transact(Put.builder());
    }

    TransactWriteItem ifNoneYet() {
        return transact(Put.builder().conditionExpression(NONE_YET));
    }

    /** Counts on by one, if it still counts what it did. With 0 there must be no item yet. */
    TransactWriteItem ifStill(String counter, long before) {
        item.put(counter, number(before + 1));
        if (before == 0) {
            return ifNoneYet();
        }
        return transact(
                Put.builder()
                        .conditionExpression("#counter = :before")
                        .expressionAttributeNames(Map.of("#counter", counter))
                        .expressionAttributeValues(Map.of(":before", number(before))));
    }

    private TransactWriteItem transact(Put.Builder put) {
        return TransactWriteItem.builder().put(put.tableName(table).item(item).build()).build();
    }
}
