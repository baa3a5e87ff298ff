package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who wrote a message. A customer with a username may hide the phone: then {@code from} and {@code
 * wa_id} are absent, empty, or hold the business-scoped user id themselves
 * (developers.facebook.com/docs/whatsapp/business-scoped-user-ids).
 */
final class Sender {
    private static final Pattern PHONE = Pattern.compile("[0-9]{1,20}");
    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[+ ()-]");

    private Sender() {}

    /**
     * @param cards the webhook's {@code contacts[]}, which may speak of other senders too
     */
    static Optional<Contact> of(JsonNode message, JsonNode cards) {
        return of(message.path("from"), message.path("from_user_id"), cards);
    }

    static Optional<Contact> of(JsonNode address, JsonNode id, JsonNode cards) {
        JsonNode card = card(address, id, cards);
        List<JsonNode> addresses = List.of(address, card.path("wa_id"));
        Optional<String> userId =
                Stream.concat(
                                texts(id, card.path("user_id")),
                                addresses.stream().flatMap(Sender::userId))
                        .findFirst();
        Optional<String> phone = addresses.stream().flatMap(Sender::phone).findFirst();
        return userId.isEmpty() && phone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contact(userId, phone, name(card), username(card)));
    }

    private static JsonNode card(JsonNode address, JsonNode id, JsonNode cards) {
        Set<String> ids = ids(address, id);
        if (ids.isEmpty() && cards.size() == 1) {
            return cards.path(0);
        }
        return cards.valueStream()
                .filter(card -> isOneOf(ids, card))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean isOneOf(Set<String> ids, JsonNode card) {
        return !Collections.disjoint(ids, ids(card.path("wa_id"), card.path("user_id")));
    }

    private static Set<String> ids(JsonNode address, JsonNode userId) {
        Set<String> ids = new HashSet<>();
        Stream.of(phone(address), userId(address), texts(userId))
                .forEach(found -> found.forEach(ids::add));
        return ids;
    }

    private static Stream<String> phone(JsonNode address) {
        return texts(address).map(Sender::digits).filter(Sender::isPhone);
    }

    private static Stream<String> userId(JsonNode address) {
        return texts(address).filter(text -> !isPhone(digits(text)));
    }

    private static String digits(String text) {
        return PHONE_PUNCTUATION.matcher(text).replaceAll("");
    }

    private static boolean isPhone(String digits) {
        return PHONE.matcher(digits).matches();
    }

    private static Stream<String> texts(JsonNode... values) {
        return Arrays.stream(values).flatMap(value -> Json.text(value).stream());
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
