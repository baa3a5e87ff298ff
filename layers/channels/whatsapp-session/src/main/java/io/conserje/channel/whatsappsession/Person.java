package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody whom WhatsApp names by a phone number, by a number of its own that hides the phone (a
 * LID), or by both: a chat may go from one to the other. The phone tells who it is as soon as it is
 * known.
 *
 * @param pn digits of the phone
 * @param lid digits; at least one of the two is there
 */
record Person(Optional<String> pn, Optional<String> lid) {
    static final String LID = "lid:";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    /** Empty when nobody is named. */
    static Optional<Person> of(JsonNode chat) {
        return of(Json.text(chat, "pn"), Json.text(chat, "lid"));
    }

    /** Empty when the contact is not named as this channel names one. */
    static Optional<Person> of(Contact contact) {
        return of(
                contact.phone(),
                contact.userId()
                        .filter(id -> id.startsWith(LID))
                        .map(id -> id.substring(LID.length())));
    }

    static Optional<Person> ofKey(String key) {
        return key.startsWith(LID)
                ? of(Optional.empty(), Optional.of(key.substring(LID.length())))
                : of(Optional.of(key), Optional.empty());
    }

    private static Optional<Person> of(Optional<String> pn, Optional<String> lid) {
        Person person = new Person(pn.filter(Person::isNumber), lid.filter(Person::isNumber));
        return person.pn.isPresent() || person.lid.isPresent()
                ? Optional.of(person)
                : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return DIGITS.matcher(text).matches();
    }

    /** The same as the {@link Contact#key} of {@link #contact}. */
    String key() {
        return pn.or(() -> lid.map(digits -> LID + digits)).orElseThrow();
    }

    Contact contact(Optional<String> name) {
        return new Contact(
                pn.isPresent() ? Optional.empty() : lid.map(digits -> LID + digits),
                pn,
                name,
                Optional.empty());
    }

    /** Whether this address of WhatsApp's is theirs: {@code 50760000001:3@s.whatsapp.net}. */
    boolean has(String jid) {
        String user = jid.replaceFirst("[:@].*", "");
        return (jid.endsWith("lid") ? lid : pn).filter(user::equals).isPresent();
    }

    ObjectNode json() {
        ObjectNode to = Json.object();
        pn.ifPresent(digits -> to.put("pn", digits));
        lid.ifPresent(digits -> to.put("lid", digits));
        return to;
    }
}
