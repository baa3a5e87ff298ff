package io.conserje.local.emulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import java.util.List;

/** How a provider tells of what customers do. */
public interface CustomerWire {

    /** A gesture as a line of the transcript, and as the provider's message. */
    record Written(Conversation conversation, PhoneLine line, JsonNode message) {}

    /**
     * The customer as the transcript knows them: a telephone number without its plus sign, say.
     *
     * @throws Refused when this cannot be a customer
     */
    String customer(String named);

    /**
     * @param key names this gesture in the run: unique, and the same when the run is repeated
     * @throws Refused when the customer cannot do that
     */
    Written write(Conversation conversation, Gesture gesture, String key);

    /**
     * Which of these go in one POST, in the order of the POSTs. Asked once, when all are written;
     * nobody is told of what is in none.
     */
    default List<List<Written>> posts(List<Written> together) {
        return List.of(together);
    }

    /**
     * The body of one POST that tells of all these; a missing node when there is nothing to tell.
     */
    JsonNode webhook(List<Written> together);
}
