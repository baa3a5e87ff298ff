package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.List;
import java.util.Optional;

final class CardsReader {
    private CardsReader() {}

    static Optional<Content.ContactCards> read(JsonNode contacts) {
        List<Content.Card> cards =
                contacts.valueStream().flatMap(each -> card(each).stream()).toList();
        return contacts.isArray() && !cards.isEmpty() && cards.size() == contacts.size()
                ? Optional.of(new Content.ContactCards(cards))
                : Optional.empty();
    }

    private static Optional<Content.Card> card(JsonNode contact) {
        List<String> phones =
                contact.path("phones").valueStream().flatMap(each -> phone(each).stream()).toList();
        return Json.text(contact.path("name"), "formatted_name")
                .or(() -> Json.text(contact.path("name"), "first_name"))
                .or(() -> phones.stream().findFirst())
                .map(name -> new Content.Card(name, phones));
    }

    private static Optional<String> phone(JsonNode phone) {
        return Json.text(phone, "phone").or(() -> Json.text(phone, "wa_id"));
    }
}
