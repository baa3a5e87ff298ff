package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who wrote a message. A customer with a username may hide the phone: then {@code from} and {@code
 * wa_id} are absent, empty, or hold the business-scoped user id themselves
 * (developers.facebook.com/docs/whatsapp/business-scoped-user-ids).
 */
final class Sender {
    private static final String PUNCTUATION = "+ ()-";
    private static final int LONGEST = 20;

    private Sender() {}

    /**
     * @param cards the webhook's {@code contacts[]}, which may speak of other senders too
     */
    static Optional<Contact> of(JsonNode message, JsonNode cards) {
        return of(message.path("from"), message.path("from_user_id"), cards);
    }

    static Optional<Contact> of(JsonNode address, JsonNode id, JsonNode cards) {
        JsonNode card = card(address, id, cards);
        JsonNode other = card.path("wa_id");
        Optional<String> userId =
                Json.text(id)
                        .or(() -> Json.text(card.path("user_id")))
                        .or(() -> userId(address))
                        .or(() -> userId(other));
        Optional<String> phone = phone(address).or(() -> phone(other));
        return userId.isEmpty() && phone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contact(userId, phone, name(card), username(card)));
    }

    private static JsonNode card(JsonNode address, JsonNode id, JsonNode cards) {
        Set<String> ids = ids(address, id);
        if (ids.isEmpty() && cards.size() == 1) {
            return cards.path(0);
        }
        for (JsonNode card : cards) {
            if (isOneOf(ids, card)) {
                return card;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isOneOf(Set<String> ids, JsonNode card) {
        return !Collections.disjoint(ids, ids(card.path("wa_id"), card.path("user_id")));
    }

    private static Set<String> ids(JsonNode address, JsonNode userId) {
        Set<String> ids = new HashSet<>();
        phone(address).or(() -> userId(address)).ifPresent(ids::add);
        Json.text(userId).ifPresent(ids::add);
        return ids;
    }

    private static Optional<String> phone(JsonNode address) {
        return Json.text(address).map(Sender::digits).filter(Sender::isPhone);
    }

    private static Optional<String> userId(JsonNode address) {
        return Json.text(address).filter(text -> !isPhone(digits(text)));
    }

    /** Without what people put between the digits of a phone number. */
    private static String digits(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (PUNCTUATION.indexOf(text.charAt(i)) < 0) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    private static boolean isPhone(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return !digits.isEmpty() && digits.length() <= LONGEST;
    }

    private static Optional<String> name(JsonNode card) {
        return Json.text(card.path("profile"), "name");
    }

    private static Optional<String> username(JsonNode card) {
        return Json.text(card.path("profile"), "username")
                .map(name -> name.startsWith("@") ? name.substring(1) : name)
                .filter(name -> !name.isBlank());
    }
}
