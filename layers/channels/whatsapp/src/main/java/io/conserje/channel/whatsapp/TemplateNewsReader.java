package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.Optional;

/** Reads what Meta has to say on a template of the account. */
final class TemplateNewsReader {
    private TemplateNewsReader() {}

    /**
     * @param piece the entry with this one change: what came before may come again another day
     */
    static Optional<Normalised> read(ObjectNode piece, JsonNode news) {
        Optional<String> name = Json.text(news, "message_template_name");
        Optional<String> language = Json.text(news, "message_template_language");
        Optional<String> event = Json.text(news, "event");
        return name.isPresent() && language.isPresent() && event.isPresent()
                ? Optional.of(
                        told(
                                piece,
                                new Content.TemplateNews(
                                        name.get(),
                                        language.get(),
                                        TemplateWords.status(event.get()),
                                        TemplateWords.reason(news))))
                : Optional.empty();
    }

    private static Normalised told(ObjectNode piece, Content content) {
        return new Normalised.AboutAccount(
                InboundMessage.of(
                        Keep.digest(piece),
                        Json.seconds(piece, "time").orElse(Instant.EPOCH),
                        content));
    }
}
