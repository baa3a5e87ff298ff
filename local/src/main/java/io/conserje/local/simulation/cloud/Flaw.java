package io.conserje.local.simulation.cloud;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One promise broken on purpose: what the services would do if the program asked for the wrong
 * thing. None of it happens by default.
 */
public interface Flaw {
    Flaw NONE = new Flaw() {};

    /** Whether a write of this item goes through whatever its condition. */
    default boolean ignoresCondition(String table, Map<String, AttributeValue> key) {
        return false;
    }

    /** What is kept in the place of an item. */
    default Map<String, AttributeValue> kept(String table, Map<String, AttributeValue> item) {
        return item;
    }

    /** Told of a transaction's items before it is decided whether it holds. */
    default void before(List<Map<String, AttributeValue>> items) {}

    /** What is sent in the place of a message. */
    default QueueMessage sent(String queue, QueueMessage message) {
        return message;
    }

    /** Whether a sender hears that all went well, and nothing was kept. */
    default boolean swallows(String queue, boolean away) {
        return false;
    }

    /** Whether the consumer takes a batch's failures for done. */
    default boolean ignoresFailures() {
        return false;
    }
}
