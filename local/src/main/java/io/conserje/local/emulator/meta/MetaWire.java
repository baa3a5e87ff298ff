package io.conserje.local.emulator.meta;

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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What customers do, in Meta's words. */
final class MetaWire implements CustomerWire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration EDITABLE = Duration.ofMinutes(15);

    /** What a gesture comes to: on the wire, and in the transcript. */
    private record Told(JsonNode message, String kind, String text) {}

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
        String id = ids.wamid(customer, key);
        Instant now = clock.instant();
        ObjectNode message =
                JSON.objectNode()
                        .put("from", customer)
                        .put("from_user_id", MetaIds.userId(customer))
                        .put("id", id)
                        .put("timestamp", Long.toString(now.getEpochSecond()));
        Told told = told(message, gesture, conversation, now);
        String unique = told.message().path("id").asText(id);
        PhoneLine line =
                PhoneLine.written(Direction.CUSTOMER, now, told.kind(), told.text(), unique);
        return new Written(conversation, line, told.message());
    }

    private Told told(ObjectNode message, Gesture gesture, Conversation conversation, Instant now) {
        return switch (gesture) {
            case Gesture.Say say -> told(message, CustomerMessages.say(message, say.text()));
            case Gesture.Choose choose -> {
                Offer offer = offer(conversation, choose);
                String business = account.displayPhoneNumber();
                yield told(message, CustomerMessages.choose(message, offer, business));
            }
            case Gesture.File file -> {
                MediaShelf.Item item = media.put(file.bytes(), file.mimeType());
                yield told(message, CustomerMessages.file(message, file, item));
            }
            case Gesture.Location place -> told(message, CustomerMessages.place(message, place));
            case Gesture.React react -> told(message, CustomerMessages.react(message, react));
            case Gesture.Card card -> told(message, CustomerMessages.card(message, card));
            case Gesture.Edit edit -> {
                checkOwn(conversation, edit, now);
                yield told(message, CustomerMessages.edit(message, edit));
            }
            case Gesture.Block block -> new Told(JSON.objectNode(), Wishes.BLOCK, Wishes.of(block));
            case Gesture.Marketing marketing -> {
                String value = Wishes.of(marketing);
                JsonNode told = Wishes.preference(conversation.customer(), value, now);
                yield new Told(told, Wishes.PREFERENCES, value);
            }
            case Gesture.Raw raw -> {
                message.setAll(object(raw.message()));
                yield told(message, raw.message().at("/text/body").asText());
            }
        };
    }

    private static Told told(ObjectNode message, String text) {
        return new Told(message, message.path("type").asText("unknown"), text);
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

    private static void checkOwn(Conversation conversation, Gesture.Edit edit, Instant now) {
        String id = edit.messageId();
        PhoneLine own =
                conversation.transcript().stream()
                        .filter(line -> line.direction() == Direction.CUSTOMER)
                        .filter(line -> line.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused(
                                        "message_id",
                                        "'" + id + "' was not said by " + conversation.customer()));
        if (Duration.between(own.at(), now).compareTo(EDITABLE) > 0) {
            throw new Refused("edit", "is possible for " + EDITABLE.toMinutes() + " minutes");
        }
    }

    private static ObjectNode object(JsonNode message) {
        if (message instanceof ObjectNode object) {
            return object;
        }
        throw new Refused("raw", "must be a JSON object, one of a webhook's messages");
    }
}
