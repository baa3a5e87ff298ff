package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Our words as the {@code content} of a command. */
final class Payload {
    private Payload() {}

    static ObjectNode text(String text) {
        return content("text").put("text", text);
    }

    static ObjectNode file(Outgoing.File file, URI link) {
        ObjectNode content =
                content(kind(file))
                        .put("url", link.toString())
                        .put("mimetype", file.file().mediaType());
        file.fileName().ifPresent(name -> content.put("fileName", name));
        if (file.kind() != MediaKind.AUDIO && file.kind() != MediaKind.STICKER) {
            // Sound and stickers have no line under them.
            file.caption().ifPresent(caption -> content.put("caption", caption));
        }
        return content;
    }

    /** A voice note has to be Opus in Ogg, or telephones do not play it. */
    private static String kind(Outgoing.File file) {
        boolean voice = file.voice() && file.file().mediaType().startsWith("audio/ogg");
        return file.kind() == MediaKind.AUDIO && voice ? "voice" : MediaReference.word(file.kind());
    }

    static ObjectNode place(Outgoing.Place place) {
        ObjectNode content =
                content("location")
                        .put("latitude", place.latitude())
                        .put("longitude", place.longitude())
                        .put("name", place.name());
        place.address().ifPresent(address -> content.put("address", address));
        return content;
    }

    /** A card of the contract is one person with one number; others are written out. */
    static ObjectNode cards(List<Content.Card> cards) {
        Content.Card first = cards.getFirst();
        return cards.size() == 1 && first.phones().size() == 1
                ? content("contact")
                        .put("name", first.name())
                        .put("phone", first.phones().getFirst())
                : text(cards.stream().map(Payload::line).collect(Collectors.joining("\n")));
    }

    private static String line(Content.Card card) {
        return card.phones().isEmpty()
                ? card.name()
                : card.name() + ": " + String.join(", ", card.phones());
    }

    private static ObjectNode content(String kind) {
        return Json.object().put("kind", kind);
    }
}
