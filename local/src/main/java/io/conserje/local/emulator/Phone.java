package io.conserje.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * Every customer's phone: what they do with it, and what they see. A customer is named as the
 * provider names customers: here by a telephone number.
 *
 * <p>A gesture returns when it is written down; whether its webhook arrived is the line's status.
 */
public interface Phone {

    /**
     * @throws Refused when the customer cannot do that, such as choose what was not offered
     */
    PhoneLine act(String customer, Gesture gesture);

    /** Several gestures, of one customer or many, that reach the system under test in one POST. */
    List<PhoneLine> sendTogether(List<Turn> turns);

    /** The profile name that goes with what this customer sends from now on. */
    void rename(String customer, String name);

    List<PhoneLine> transcript(String customer);

    /** The lines after this index; waits for one when there is none, and gives up with none. */
    List<PhoneLine> await(String customer, int afterIndex, Duration atMost);

    default PhoneLine say(String customer, String text) {
        return act(customer, new Gesture.Say(text));
    }

    default PhoneLine choose(String customer, String optionId) {
        return act(customer, new Gesture.Choose(optionId));
    }

    default PhoneLine sendImage(String customer, byte[] bytes, String mimeType, String caption) {
        return act(customer, new Gesture.File(Gesture.Kind.IMAGE, bytes, mimeType, null, caption));
    }

    default PhoneLine sendVoice(String customer, byte[] bytes, String mimeType) {
        return act(customer, new Gesture.File(Gesture.Kind.VOICE, bytes, mimeType, null, null));
    }

    default PhoneLine sendLocation(String customer, double latitude, double longitude) {
        return act(customer, new Gesture.Location(latitude, longitude, null, null));
    }

    default PhoneLine react(String customer, String messageId, String emoji) {
        return act(customer, new Gesture.React(messageId, emoji));
    }

    default PhoneLine raw(String customer, JsonNode message) {
        return act(customer, new Gesture.Raw(message));
    }
}
