package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Multipart.Part;
import io.conserje.local.emulator.telegram.FileShelf.Item;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What Telegram demands of a message before it takes it. */
final class Contents {
    private static final Set<String> PARSE_MODES = Set.of("html", "markdown", "markdownv2");

    private final Media media;

    Contents(Media media) {
        this.media = media;
    }

    /** Empty for a method that sends nothing. */
    Optional<Content> of(String method, Params params) {
        return Optional.ofNullable(
                switch (method) {
                    case "sendmessage" -> text(params);
                    case "sendphoto" -> file(MediaKind.PHOTO, params);
                    case "sendvoice" -> file(MediaKind.VOICE, params);
                    case "sendaudio" -> file(MediaKind.AUDIO, params);
                    case "sendvideo" -> file(MediaKind.VIDEO, params);
                    case "senddocument" -> file(MediaKind.DOCUMENT, params);
                    case "sendsticker" -> file(MediaKind.STICKER, params);
                    case "sendlocation" -> location(params);
                    case "sendvenue" -> venue(params);
                    case "sendcontact" -> contact(params);
                    default -> null;
                });
    }

    static Content text(Params params) {
        checkParseMode(params);
        String text = params.text("text");
        if (text.isEmpty()) {
            throw BotError.bad("message text is empty");
        }
        if (text.isBlank()) {
            throw BotError.bad("text must be non-empty");
        }
        if (Texts.length(text) > Texts.LONGEST) {
            throw BotError.bad("message is too long");
        }
        String trimmed = text.strip();
        return new Content("text", trimmed, () -> Texts.message(trimmed));
    }

    private static void checkParseMode(Params params) {
        String mode = params.text("parse_mode").toLowerCase(Locale.ROOT);
        if (!mode.isEmpty() && !PARSE_MODES.contains(mode)) {
            throw BotError.bad("unsupported parse_mode");
        }
    }

    private Content file(MediaKind kind, Params params) {
        checkParseMode(params);
        String caption = kind.hasCaption() ? params.text("caption").strip() : "";
        if (Texts.length(caption) > Texts.LONGEST_CAPTION) {
            throw BotError.bad("message caption is too long");
        }
        Supplier<Item> item = item(kind, params);
        return new Content(
                kind.word(),
                caption,
                () -> {
                    ObjectNode part = JsonNodeFactory.instance.objectNode();
                    part.set(kind.word(), Media.shape(item.get()));
                    return caption.isEmpty() ? part : part.put("caption", caption);
                });
    }

    private Supplier<Item> item(MediaKind kind, Params params) {
        Optional<Part> upload = params.file(kind.word());
        if (upload.isPresent()) {
            return upload(kind, upload.get());
        }
        String given = params.text(kind.word());
        if (given.isEmpty()) {
            throw BotError.bad("there is no " + kind.word() + " in the request");
        }
        if (given.matches("https?://[^/\\s]+(/\\S*)?")) {
            // Nothing is fetched from the network: the customer is shown that there is a file.
            return () -> media.keep(kind, new byte[0], "application/octet-stream", null);
        }
        Item known =
                media.shelf()
                        .find(given)
                        .orElseThrow(
                                () -> BotError.bad("wrong file identifier/HTTP URL specified"));
        if (known.kind() != kind) {
            String from = known.kind().title();
            throw BotError.bad("can't use file of type " + from + " as " + kind.title());
        }
        return () -> known;
    }

    private Supplier<Item> upload(MediaKind kind, Part part) {
        if (part.bytes().length == 0) {
            throw BotError.bad("file must be non-empty");
        }
        if (part.bytes().length > kind.mostBytes()) {
            throw BotError.tooLarge();
        }
        String type = part.contentType();
        String mimeType = type == null ? "application/octet-stream" : type;
        return () -> media.keep(kind, part.bytes(), mimeType, part.fileName());
    }

    private static Content location(Params params) {
        ObjectNode location = place(params);
        return new Content("location", Shown.place(location), () -> holding("location", location));
    }

    private static Content venue(Params params) {
        ObjectNode location = place(params);
        ObjectNode venue = JsonNodeFactory.instance.objectNode();
        venue.set("location", location);
        venue.put("title", required(params, "title")).put("address", required(params, "address"));
        String reads = venue.path("title").asText() + ", " + venue.path("address").asText();
        return new Content(
                "venue",
                reads,
                () -> holding("location", location.deepCopy()).setAll(holding("venue", venue)));
    }

    private static ObjectNode place(Params params) {
        double latitude = degrees(params, "latitude", 90);
        double longitude = degrees(params, "longitude", 180);
        return JsonNodeFactory.instance
                .objectNode()
                .put("latitude", latitude)
                .put("longitude", longitude);
    }

    private static double degrees(Params params, String name, double most) {
        String text = params.text(name).strip();
        if (text.isEmpty()) {
            throw BotError.bad(name + " is empty");
        }
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw BotError.bad("wrong " + name + " specified");
        }
        throw BotError.bad("wrong " + name + " specified");
    }

    private static Content contact(Params params) {
        ObjectNode contact =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("phone_number", required(params, "phone_number"))
                        .put("first_name", required(params, "first_name"));
        params.given("last_name").ifPresent(name -> contact.put("last_name", name));
        params.given("vcard").ifPresent(card -> contact.put("vcard", card));
        return new Content(
                "contact", contact.path("first_name").asText(), () -> holding("contact", contact));
    }

    private static String required(Params params, String name) {
        return params.given(name).orElseThrow(() -> BotError.bad(name + " is empty"));
    }

    private static ObjectNode holding(String name, ObjectNode part) {
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        holder.set(name, part);
        return holder;
    }
}
