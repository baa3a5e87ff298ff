package io.conserje.local.emulator.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Customers' phones, which the mock plays. */
final class SessionPhone implements Phone {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MockWhatsApp mock;
    private final Supplier<FaultDial> dial;
    private final AtomicLong said = new AtomicLong();

    SessionPhone(MockWhatsApp mock, Supplier<FaultDial> dial) {
        this.mock = mock;
        this.dial = dial;
    }

    @Override
    public PhoneLine act(String customer, Gesture gesture) {
        if (gesture instanceof Gesture.Block(boolean blocked)) {
            JsonNode unused =
                    mock.post(path(customer, "block"), JSON.objectNode().put("blocked", blocked));
            return PhoneLine.written(Direction.CUSTOMER, Instant.EPOCH, "block", "", "");
        }
        ObjectNode body = body(gesture);
        if (dial.get().faults("said-" + said.incrementAndGet()).twin() != Faults.Twin.NONE) {
            body.put("times", 2);
        }
        String id = mock.post(messages(customer), body).path("id").asText();
        return transcript(customer).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseGet(() ->
                        PhoneLine.written(Direction.CUSTOMER, Instant.EPOCH, "other", "", id));
    }

    private static ObjectNode body(Gesture gesture) {
        ObjectNode body = JSON.objectNode();
        switch (gesture) {
            case Gesture.Say say -> body.put("text", say.text());
            case Gesture.File file -> file(body.putObject(word(file)), file);
            case Gesture.Location place -> {
                ObjectNode location = body.putObject("location");
                location.put("latitude", place.latitude()).put("longitude", place.longitude());
                put(location, "name", place.name());
                put(location, "address", place.address());
            }
            case Gesture.React react ->
                    body.putObject("reaction")
                            .put("to", react.messageId())
                            .put("emoji", react.emoji());
            case Gesture.Card card ->
                    body.putObject("contact").put("name", card.name()).put("phone", card.phone());
            case Gesture.Edit edit ->
                    body.putObject("edit").put("to", edit.messageId()).put("text", edit.text());
            case Gesture.Raw raw -> body.set("raw", raw.message());
            case Gesture.Choose choose ->
                    throw new Refused("choice", "there are no buttons here: write the number");
            case Gesture.Marketing marketing ->
                    throw new Refused("marketing", "there is no such switch for this number");
            case Gesture.Block block -> throw new IllegalStateException("it is no message");
        }
        return body;
    }

    private static String word(Gesture.File file) {
        return switch (file.kind()) {
            case IMAGE -> "image";
            case AUDIO -> "audio";
            case VOICE -> "voice";
            case VIDEO -> "video";
            case DOCUMENT -> "document";
            case STICKER -> "sticker";
        };
    }

    private static void file(ObjectNode body, Gesture.File file) {
        body.put("base64", Base64.getEncoder().encodeToString(file.bytes()));
        body.put("mimetype", file.mimeType());
        put(body, "fileName", file.name());
        put(body, "caption", file.caption());
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    @Override
    public List<PhoneLine> sendTogether(List<Turn> turns) {
        return turns.stream().map(turn -> act(turn.customer(), turn.gesture())).toList();
    }

    @Override
    public void rename(String customer, String name) {
        JsonNode unused = mock.post(path(customer, "name"), JSON.objectNode().put("name", name));
    }

    @Override
    public List<PhoneLine> transcript(String customer) {
        return lines(mock.get(messages(customer)));
    }

    @Override
    public List<PhoneLine> await(String customer, int afterIndex, Duration atMost) {
        return lines(
                mock.get(
                        messages(customer)
                                + "?after="
                                + afterIndex
                                + "&wait="
                                + Math.min(60_000, atMost.toMillis())));
    }

    private static List<PhoneLine> lines(JsonNode answer) {
        List<PhoneLine> lines = new ArrayList<>();
        answer.path("messages").forEach(line -> lines.add(line(line)));
        return lines;
    }

    private static PhoneLine line(JsonNode line) {
        return new PhoneLine(
                line.path("index").asInt(),
                Direction.valueOf(line.path("direction").asText()),
                Instant.parse(line.path("at").asText()),
                line.path("kind").asText(),
                line.path("text").asText(),
                List.of(),
                line.path("id").asText(),
                Status.valueOf(line.path("status").asText().toUpperCase(Locale.ROOT)),
                line.path("failure").textValue(),
                moment(line, "readAt"),
                moment(line, "typingAt"));
    }

    private static @Nullable Instant moment(JsonNode line, String name) {
        String at = line.path(name).textValue();
        return at == null ? null : Instant.parse(at);
    }

    /** What the system knows the customer by. */
    String contactKey(String customer) {
        return mock.get(messages(customer) + "?after=2000000000").path("contact").asText();
    }

    private static String messages(String customer) {
        return path(customer, "messages");
    }

    private static String path(String customer, String what) {
        if (!customer.matches("\\d{5,15}")) {
            throw new Refused("phone", "must be 5 to 15 digits, not '" + customer + "'");
        }
        return "/phones/" + customer + "/" + what;
    }
}
