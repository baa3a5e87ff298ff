package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.Normalised.PassedOver;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;

/** Reads what somebody wrote; one in an odd shape is kept whole. */
final class MessageReader {
    private MessageReader() {}

    static Normalised read(Body body) {
        if (body.whole().path("fromMe").asBoolean(false)) {
            return new PassedOver("the business wrote by hand, on its own phone");
        }
        JsonNode chat = body.whole().path("chat");
        return switch (Json.text(chat, "kind").orElse("")) {
            case "person" ->
                    Person.of(chat).map(from -> said(body, from)).orElseGet(body::onAccount);
            case "group" -> new PassedOver("a message in a group");
            case "status" -> new PassedOver("a status");
            case "newsletter" -> new PassedOver("a post of a channel");
            case "other" -> new PassedOver("a message in a chat with no person");
            default -> body.onAccount();
        };
    }

    private static Normalised said(Body body, Person from) {
        Said said = Said.of(body.whole().path("message"));
        boolean isWhole = body.id().isPresent() && body.at().isPresent();
        return new Normalised.FromContact(
                from.contact(Json.text(body.whole(), "pushName")),
                new InboundMessage(
                        body.id().map(id -> Ids.theirs(from, id)).orElseGet(body::digest),
                        body.at().orElse(Instant.EPOCH),
                        Ids.quoted(said.context(), from),
                        isWhole ? content(body, said, from) : body.unsupported(said.kind())));
    }

    private static Content content(Body body, Said said, Person from) {
        return new ContentReader(from)
                .read(said)
                .<Content>map(read -> read)
                .orElseGet(() -> body.unsupported(said.kind()));
    }
}
