package io.conserje.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.session.SessionEmulator;
import io.conserje.local.session.Stores;
import io.conserje.model.Contact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/**
 * The container's own process, with the mock in WhatsApp's place. The pages are in this repository,
 * for WhatsApp has none of a linked device.
 */
@DisplayName("WhatsApp through a linked device")
class WhatsAppSessionContractTest implements ChannelContract {
    private static Line line;

    @BeforeAll
    static void open(@TempDir Path data) {
        line = new Line(new SessionWords(data.resolve("queues")), data);
    }

    @AfterAll
    static void close() {
        line.close();
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public Map<Known, String> known() {
        Map<Known, String> known = new HashMap<>();
        known.put(
                Known.NO_HANDSHAKE,
                "it speaks through queues of ours (/whatsapp-session/CONTRACT.md)");
        known.put(
                Known.NO_TOKEN,
                "the linked device's keys are the container's (/whatsapp-session/CONTRACT.md)");
        known.put(
                Known.REPEATS_COME_ONCE,
                "its id is the queue's deduplication id (/whatsapp-session/CONTRACT.md)");
        known.put(
                Known.NO_BUTTONS,
                "phones show none of a linked device's (/whatsapp-session/README.md)");
        known.put(
                Known.BLOCKING_IS_NOT_TOLD,
                "only that its receipts do not come (/whatsapp-session/mock/README.md)");
        known.put(
                Known.STOPPED_IS_NOT_TOLD,
                "the server takes it, and it goes nowhere (/whatsapp-session/mock/README.md)");
        known.put(
                Known.REACHES_STRANGERS,
                "as from any phone, until it is restricted (/whatsapp-session/README.md)");
        known.put(
                Known.TAKEN_BY_A_QUEUE,
                "a command stays in its queue until it is done (/whatsapp-session/CONTRACT.md)");
        known.put(
                Known.LOST_BYTES_ARE_GONE,
                "its sender would have to upload it again (/whatsapp-session/mock/README.md)");
        known.put(
                Known.NO_MARKETING_CHOICE,
                "that switch is the Cloud API's (/whatsapp-session/README.md)");
        known.put(
                Known.NO_TEMPLATES, "nobody looks at it beforehand (/whatsapp-session/README.md)");
        known.put(
                Known.LIMITS_ARE_OURS,
                "WhatsApp tells none (/layers/channels/whatsapp-session/src/main/java/io/conserje/channel/whatsappsession/Limits.java)");
        return Map.copyOf(known);
    }

    private static final class SessionWords implements Words {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
        private static final String NOBODY = TroubleContract.NOBODY_LISTENS;

        private final Path queues;
        private Optional<SessionEmulator> emulator = Optional.empty();

        SessionWords(Path queues) {
            this.queues = queues;
        }

        @Override
        public String channel() {
            return SessionEmulator.CHANNEL;
        }

        @Override
        public ProviderEmulator start(Options options) {
            Path program = Path.of(System.getProperty("conserje.root"), "whatsapp-session");
            emulator = Optional.of(SessionEmulator.start(program, options));
            return emulator.get();
        }

        @Override
        public Post listen(ProviderEmulator unused, Function<Webhook, WebhookAnswer> nobodyAsks) {
            Stores stores = Stores.start(queues);
            Map<String, String> environment = stores.environment();
            environment.put("ACK_MILLIS", "1000");
            environment.put("BACKOFF_MILLIS", "2");
            environment.put("TYPING_MILLIS", "5");
            environment.put("WISH_MILLIS", "100");
            SessionEmulator session = emulator.orElseThrow();
            session.connect(environment);
            Awaitility.await("a linked device that is there")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !session.mock().get("/state").path("connected").isEmpty());
            return new SessionPost(stores, session.mock());
        }

        /** The container has the real clock, and sends nothing that expired. */
        @Override
        public Instant begins() {
            return Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public void passed(Instant now) {
            JsonNode unused =
                    emulator.orElseThrow().mock().post("/clock", Map.of("at", now.toString()));
        }

        @Override
        public Contact contact(String key) {
            return new Contact(
                    Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
        }

        @Override
        public String signatureHeader() {
            return "x-conserje-signature";
        }

        @Override
        public String signatureSecret() {
            return "signing-secret";
        }

        /** There is none; this one is not asked for either. */
        @Override
        public String tokenSecret() {
            return signatureSecret();
        }

        @Override
        public String addressSetting() {
            return "commands-queue";
        }

        @Override
        public Map<String, String> nowhere() {
            return Map.of("commands-queue", NOBODY + "/0/commands.fifo", "media-url", NOBODY);
        }

        @Override
        public Set<String> needs() {
            return Set.of("commands-queue");
        }

        @Override
        public Map<String, String> nonsense() {
            return Map.of(
                    "commands-queue", "no address",
                    "media-url", "no address",
                    "pace-seconds", "often");
        }

        /** WhatsApp has it; nobody made a word of ours for it. */
        @Override
        public JsonNode hologram() {
            ObjectNode message = JSON.objectNode();
            message.putObject(hologramKind()).put("name", "¡hola!").put("isCanceled", true);
            return message;
        }

        @Override
        public String hologramKind() {
            return "eventMessage";
        }

        @Override
        public JsonNode answering(String line, String text) {
            ObjectNode message = JSON.objectNode();
            message.putObject("extendedTextMessage")
                    .put("text", text)
                    .putObject("contextInfo")
                    .put("stanzaId", line)
                    .put("participant", "5511999990000@s.whatsapp.net");
            return message;
        }

        /** By their hash, without an end to the name. */
        @Override
        public boolean isBytes(Path path) {
            return path.toString().contains("/whatsapp/media/");
        }
    }
}
