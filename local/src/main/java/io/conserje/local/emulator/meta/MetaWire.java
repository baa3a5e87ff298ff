package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.phone.Conversation;
import io.conserje.local.emulator.phone.Conversation.Offer;
import io.conserje.local.emulator.phone.CustomerWire;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers do, in Meta's words. */
final class MetaWire implements CustomerWire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MetaAccount account;
    private final MetaIds ids;
    private final MetaWebhooks webhooks;
    private final MediaShelf media;
    private final InstantSource clock;

    MetaWire(
            MetaAccount account,
            MetaIds ids,
            MetaWebhooks webhooks,
            MediaShelf media,
            InstantSource clock) {
        this.account = account;
        this.ids = ids;
        this.webhooks = webhooks;
        this.media = media;
        this.clock = clock;
    }

    @Override
    public String customer(String named) {
        return MetaIds.waId(named)
                .orElseThrow(() ->
                        new Refused(
                                "phone",
                                "must be a number of 7 to 15 digits, not '" + named + "'"));
    }

    @Override
    public JsonNode webhook(List<Written> together) {
        return webhooks.messages(together);
    }

    @Override
    public Written write(Conversation conversation, Gesture gesture, String key) {
        String customer = conversation.customer();
        Instant now = clock.instant();
        ObjectNode message =
                JSON.objectNode()
                        .put("from", customer)
                        .put("from_user_id", MetaIds.userId(customer))
                        .put("id", ids.wamid(customer, key))
                        .put("timestamp", Long.toString(now.getEpochSecond()));
        String shown = fill(message, gesture, conversation);
        PhoneLine line =
                PhoneLine.written(
                        Direction.CUSTOMER,
                        now,
                        message.path("type").asText("unknown"),
                        shown,
                        message.path("id").asText());
        return new Written(conversation, line, message);
    }

    /** Writes the gesture into the message, and says how it reads in the transcript. */
    private String fill(ObjectNode message, Gesture gesture, Conversation conversation) {
        return switch (gesture) {
            case Gesture.Say say -> {
                message.put("type", "text").putObject("text").put("body", say.text());
                yield say.text();
            }
            case Gesture.Choose choose -> fill(message, offer(conversation, choose));
            case Gesture.Image image -> {
                ObjectNode of = media(message, "image", image.bytes(), image.mimeType());
                putUnlessNull(of, "caption", image.caption());
                yield image.caption() == null ? "" : image.caption();
            }
            case Gesture.Voice voice -> {
                media(message, "audio", voice.bytes(), voice.mimeType()).put("voice", true);
                yield "";
            }
            case Gesture.Location place -> fill(message, place);
            case Gesture.React react -> {
                message.put("type", "reaction")
                        .putObject("reaction")
                        .put("message_id", react.messageId())
                        .put("emoji", react.emoji());
                yield react.emoji();
            }
            case Gesture.Raw raw -> {
                message.setAll(object(raw.message()));
                yield raw.message().at("/text/body").asText();
            }
        };
    }

    private static Offer offer(Conversation conversation, Gesture.Choose choose) {
        String id = choose.optionId();
        return conversation
                .offer(id)
                .orElseThrow(() ->
                        new Refused(
                                "choice",
                                "'" + id + "' was never offered to " + conversation.customer()));
    }

    private String fill(ObjectNode message, Offer offer) {
        Option option = offer.option();
        message.putObject("context")
                .put("from", account.displayPhoneNumber())
                .put("id", offer.line().id());
        switch (offer.line().kind()) {
            case "template" ->
                    message.put("type", "button")
                            .putObject("button")
                            .put("payload", option.id())
                            .put("text", option.title());
            case "list" -> reply(message, "list_reply", option);
            default -> reply(message, "button_reply", option);
        }
        return option.title();
    }

    private static void reply(ObjectNode message, String kind, Option option) {
        ObjectNode interactive = message.put("type", "interactive").putObject("interactive");
        ObjectNode reply = interactive.put("type", kind).putObject(kind);
        reply.put("id", option.id()).put("title", option.title());
        putUnlessNull(reply, "description", option.description());
    }

    private static String fill(ObjectNode message, Gesture.Location place) {
        ObjectNode location = message.put("type", "location").putObject("location");
        location.put("latitude", place.latitude()).put("longitude", place.longitude());
        putUnlessNull(location, "name", place.name());
        putUnlessNull(location, "address", place.address());
        return place.latitude() + ", " + place.longitude();
    }

    private ObjectNode media(ObjectNode message, String type, byte[] bytes, String mimeType) {
        MediaShelf.Item item = media.put(bytes, mimeType);
        return message.put("type", type)
                .putObject(type)
                .put("mime_type", item.mimeType())
                .put("sha256", item.sha256Base64())
                .put("id", item.id());
    }

    private static ObjectNode object(JsonNode message) {
        if (message instanceof ObjectNode object) {
            return object;
        }
        throw new Refused("raw", "must be a JSON object, one of a webhook's messages");
    }

    private static void putUnlessNull(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
