package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.phone.Conversation;
import io.conserje.local.emulator.phone.Conversation.Offer;
import io.conserje.local.emulator.phone.CustomerWire;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** What customers do, as updates. */
final class TelegramWire implements CustomerWire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Changes changes;
    private final Archive archive;
    private final Media media;
    private final Subscription subscription;
    private final InstantSource clock;
    private final RandomGenerator random;

    TelegramWire(
            People people,
            Archive archive,
            Media media,
            Subscription subscription,
            InstantSource clock,
            RandomGenerator random) {
        this.changes = new Changes(people, archive);
        this.archive = archive;
        this.media = media;
        this.subscription = subscription;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String customer(String named) {
        return People.customer(named);
    }

    /** One update in each POST, and none that the bot did not ask for. */
    @Override
    public List<List<Written>> posts(List<Written> together) {
        together.forEach(written -> archive.keep((ObjectNode) written.message()));
        return together.stream()
                .filter(written -> subscription.wants(written.message()))
                .map(List::of)
                .toList();
    }

    @Override
    public JsonNode webhook(List<Written> one) {
        return one.getFirst().message();
    }

    @Override
    public Written write(Conversation conversation, Gesture gesture, String key) {
        boolean blocked = archive.blocked(conversation.customer());
        if (blocked && !(gesture instanceof Gesture.Block)) {
            throw new Refused("phone", "blocked the bot, and cannot write to it before unblocking");
        }
        Instant now = clock.instant();
        ObjectNode update = JSON.objectNode().put("update_id", archive.nextUpdateId());
        Told told = told(conversation, gesture, now);
        update.set(told.type(), told.payload());
        String id = told.id().isEmpty() ? update.path("update_id").asText() : told.id();
        PhoneLine line = PhoneLine.written(Direction.CUSTOMER, now, told.kind(), told.text(), id);
        return new Written(conversation, line, update);
    }

    private Told told(Conversation conversation, Gesture gesture, Instant now) {
        return switch (gesture) {
            case Gesture.Say say -> {
                ObjectNode part = Texts.message(Changes.allowed(say.text()));
                yield message(conversation, now, "text", part, say.text());
            }
            case Gesture.Choose choose -> chosen(conversation, choose, now);
            case Gesture.File file -> file(conversation, file, now);
            case Gesture.Location place -> place(conversation, place, now);
            case Gesture.Card card -> {
                ObjectNode part = JSON.objectNode();
                part.putObject("contact")
                        .put("phone_number", card.phone())
                        .put("first_name", card.name());
                yield message(conversation, now, "contact", part, card.name());
            }
            case Gesture.React react -> changes.reacted(conversation, react, now);
            case Gesture.Edit edit -> changes.edited(conversation, edit, now);
            case Gesture.Block block -> changes.blocked(conversation, block.blocked(), now);
            case Gesture.Marketing marketing ->
                    throw new Refused("marketing", "is nothing that Telegram asks its users");
            case Gesture.Raw raw -> raw(conversation, raw.message(), now);
        };
    }

    private Told message(
            Conversation conversation, Instant now, String kind, ObjectNode part, String text) {
        ObjectNode message = envelope(conversation, now).setAll(part);
        return new Told("message", message, kind, text, message.path("message_id").asText());
    }

    private ObjectNode envelope(Conversation conversation, Instant now) {
        ObjectNode message = JSON.objectNode().put("message_id", archive.nextMessageId());
        message.set("from", People.user(conversation));
        message.set("chat", People.chat(conversation));
        return message.put("date", now.getEpochSecond());
    }

    /** A button below a message asks for an answer; one of the keyboard's types its text. */
    private Told chosen(Conversation conversation, Gesture.Choose choose, Instant now) {
        String id = choose.optionId();
        Offer offer =
                conversation
                        .offer(id)
                        .orElseThrow(() -> refused(conversation, id, "was never offered to "));
        ObjectNode message =
                archive.message(conversation.customer(), Shown.messageId(offer.line()))
                        .orElseThrow(() -> refused(conversation, id, "was taken away from "));
        if (offer.line().kind().equals("edited_message") || message.has("reply_markup")) {
            return query(conversation, message, offer);
        }
        String text = offer.option().title();
        return message(conversation, now, "text", Texts.message(text), text);
    }

    private Told query(Conversation conversation, ObjectNode message, Offer offer) {
        String data = offer.option().id();
        List<JsonNode> buttons = message.path("reply_markup").findParents("callback_data");
        if (buttons.stream().noneMatch(b -> b.path("callback_data").asText().equals(data))) {
            throw refused(conversation, data, "is not, or not any more, a button that calls for ");
        }
        ObjectNode query = JSON.objectNode().put("id", TelegramAccount.digits(random, 18));
        query.set("from", People.user(conversation));
        query.set("message", message);
        query.put(
                        "chat_instance",
                        Long.toString(conversation.customer().hashCode() * -7046029254386353131L))
                .put("data", data);
        String id = query.path("id").asText();
        return new Told("callback_query", query, "callback_query", offer.option().title(), id);
    }

    private static Refused refused(Conversation conversation, String choice, String why) {
        return new Refused("choice", "'" + choice + "' " + why + conversation.customer());
    }

    private Told file(Conversation conversation, Gesture.File file, Instant now) {
        MediaKind kind = MediaKind.of(file.kind());
        ObjectNode part = JSON.objectNode();
        String caption = file.caption() == null ? "" : file.caption();
        if (!caption.isEmpty()) {
            part.put("caption", allowedCaption(kind, caption));
        }
        part.set(
                kind.word(),
                Media.shape(media.keep(kind, file.bytes(), file.mimeType(), file.name())));
        return message(conversation, now, kind.word(), part, caption);
    }

    private static String allowedCaption(MediaKind kind, String caption) {
        if (!kind.hasCaption()) {
            throw new Refused("caption", "is nothing that a sticker has");
        }
        if (Texts.length(caption) > Texts.LONGEST_CAPTION) {
            throw new Refused("caption", "has more than " + Texts.LONGEST_CAPTION + " characters");
        }
        return caption;
    }

    private Told place(Conversation conversation, Gesture.Location place, Instant now) {
        ObjectNode part = JSON.objectNode();
        ObjectNode location =
                JSON.objectNode()
                        .put("latitude", place.latitude())
                        .put("longitude", place.longitude());
        part.set("location", location);
        String kind = "location";
        if (place.name() != null) {
            kind = "venue";
            ObjectNode venue = part.putObject("venue");
            venue.set("location", location.deepCopy());
            venue.put("title", place.name())
                    .put("address", place.address() == null ? "" : place.address());
        }
        return message(conversation, now, kind, part, Shown.place(location));
    }

    /** Completed with what it does not say; a null takes away what every message has. */
    private Told raw(Conversation conversation, JsonNode given, Instant now) {
        if (!(given instanceof ObjectNode object)) {
            throw new Refused("raw", "must be a JSON object, an update's message");
        }
        ObjectNode message = envelope(conversation, now).setAll(object);
        message.removeIf(JsonNode::isNull);
        String id = message.path("message_id").asText();
        boolean fresh = conversation.find(id).isEmpty();
        return new Told(
                "message", message, Shown.kind(message), Shown.text(message), fresh ? id : "");
    }
}
