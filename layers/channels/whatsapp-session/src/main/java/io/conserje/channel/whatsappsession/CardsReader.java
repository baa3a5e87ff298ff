package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Contact cards, which WhatsApp writes as vCards (RFC 2426): {@code item1.TEL;waid=50760000001:+507
 * 6000-0001}.
 */
final class CardsReader {
    /** A line that begins with a space goes on with the one before (RFC 2425, 5.8.1). */
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

    private static final Pattern LINE = Pattern.compile("\\r?\\n");
    private static final Pattern PHONE =
            Pattern.compile("(?i)(?:[\\w-]+\\.)?TEL(?:;[^:]*)?:(?:tel:)?(.*)");
    private static final Pattern NAME = Pattern.compile("(?i)(?:[\\w-]+\\.)?FN(?:;[^:]*)?:(.*)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([,;:\\\\])");

    private CardsReader() {}

    static Optional<Content.ContactCards> one(JsonNode contact) {
        return card(contact).map(card -> new Content.ContactCards(List.of(card)));
    }

    /** All of them, or none: half of it would be no word of ours for it. */
    static Optional<Content.ContactCards> several(JsonNode contacts) {
        List<Content.Card> cards =
                contacts.valueStream().flatMap(each -> card(each).stream()).toList();
        return contacts.isArray() && !cards.isEmpty() && cards.size() == contacts.size()
                ? Optional.of(new Content.ContactCards(cards))
                : Optional.empty();
    }

    private static Optional<Content.Card> card(JsonNode contact) {
        String vcard = Json.text(contact, "vcard").orElse("");
        List<String> phones = values(vcard, PHONE);
        return Json.text(contact, "displayName")
                .or(() -> values(vcard, NAME).stream().findFirst())
                .or(() -> phones.stream().findFirst())
                .map(name -> new Content.Card(name, phones));
    }

    private static List<String> values(String vcard, Pattern line) {
        return LINE.splitAsStream(FOLD.matcher(vcard).replaceAll(""))
                .map(line::matcher)
                .filter(found -> found.matches())
                .map(found -> ESCAPED.matcher(found.group(1)).replaceAll("$1").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
