package io.conserje.local.emulator.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.EmulatorState;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.control.ControlApi;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A number that lives on a phone: the mock plays WhatsApp and its customers, and a process holds
 * the session as the container does. What the session says goes through queues, so nobody
 * subscribes to it; it lives from {@link #connect} on.
 */
public final class SessionEmulator implements ProviderEmulator {
    public static final String CHANNEL = "whatsapp-session";
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path program;
    private final Options options;
    private final SessionAccount account;
    private final MockWhatsApp mock;
    private final SessionPhone phone;
    private final WebServer server;
    private Optional<SessionTasks> session = Optional.empty();
    private Optional<PhoneOwner> owner = Optional.empty();
    private volatile FaultDial dial = FaultDial.OFF;
    private Map<String, String> settings = Map.of();

    private SessionEmulator(Path program, Options options) {
        this.program = program;
        this.options = options;
        this.account = SessionAccount.open(options.folder(), options.random());
        this.mock = MockWhatsApp.start(program, options.folder().resolve("whatsapp"));
        this.phone = new SessionPhone(mock, this::dial);
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(options.port())
                        .shutdownHook(false)
                        .routing(routing -> routing.register(ControlApi.PATH, new ControlApi(this)))
                        .build();
    }

    /**
     * @param program the folder {@code whatsapp-session/}, built
     */
    public static SessionEmulator start(Path program, Options options) {
        SessionEmulator emulator = new SessionEmulator(program, options);
        emulator.server.start();
        return emulator;
    }

    /** WhatsApp itself, for what no phone does. */
    public MockWhatsApp mock() {
        return mock;
    }

    /**
     * Starts the session, and pairs it.
     *
     * @param environment its queues, tables and services ({@code whatsapp-session/CONTRACT.md})
     */
    public void connect(Map<String, String> environment) {
        settings =
                Map.of(
                        "commands-queue", environment.getOrDefault("COMMANDS_QUEUE_URL", ""),
                        "media-url", mock.media().toString());
        Map<String, String> all = new HashMap<>(environment);
        all.put("SESSION", options.account());
        all.put("SIGNING_SECRET", account.signingSecret());
        all.put("DATA_SECRET", account.dataSecret());
        all.put("TEST", "1");
        all.put("WHATSAPP_URL", mock.url());
        all.put("WHATSAPP_ROOT_KEY", mock.rootKey());
        owner = Optional.of(PhoneOwner.start(mock, options.account(), all));
        // Whoever tries to end it here does not want to wait for as long as on AWS.
        all.putAll(Map.of("LEASE_MILLIS", "6000", "RENEW_MILLIS", "2000"));
        Path log = options.folder().resolve("session.log");
        SessionTasks tasks = new SessionTasks(() -> SessionProcess.start(program, all, log));
        tasks.add();
        session = Optional.of(tasks);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public Map<String, String> secrets() {
        return account.secrets();
    }

    /** What it says goes through queues. */
    @Override
    public void subscribe(URI webhook) {}

    @Override
    public Phone phone() {
        return phone;
    }

    @Override
    public String contactKey(String customer) {
        return phone.contactKey(customer);
    }

    @Override
    public FaultDial dial() {
        return dial;
    }

    /**
     * A fault is an acknowledgement of the server's, and an answer of the host of files: a message
     * that stalls had its effect and is met with silence. A customer's message comes twice as
     * WhatsApp repeats it.
     */
    @Override
    public void turn(FaultDial turned) {
        boolean errs = isOn("error", turned.error());
        boolean throttles = isOn("throttle", turned.throttle());
        boolean stalls = isOn("stall", turned.stall());
        if (turned.reorder() > 0 || turned.delay() > 0) {
            throw new Refused("dial", "reorder and delay are not played for " + CHANNEL);
        }
        String ack = stalls ? "silent" : errs ? "500" : throttles ? "429" : "ok";
        ObjectNode media = JsonNodeFactory.instance.objectNode().putNull("status");
        if (errs || throttles) {
            media.put("status", errs ? 503 : 429);
        }
        JsonNode acks = mock.post("/acks", Map.of("mode", ack));
        JsonNode files = mock.post("/media", media);
        dial = turned;
    }

    private static boolean isOn(String knob, double share) {
        if (share > 0 && share < 1) {
            throw new Refused(knob, "is played for all or for none by " + CHANNEL);
        }
        return share == 1;
    }

    /** WhatsApp and its host of files listen no more; what is in the queues stays there. */
    @Override
    public void outage(boolean lasts) {
        ObjectNode on = JsonNodeFactory.instance.objectNode().put("on", lasts);
        JsonNode unused = mock.post("/offline", on);
    }

    @Override
    public EmulatorState state() {
        JsonNode state = mock.get("/state");
        return new EmulatorState(
                state.path("pending").asLong(),
                state.path("acknowledged").asLong(),
                state.path("accepted").asLong(),
                state.path("lastError").textValue());
    }

    @Override
    public boolean awaitQuiet(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (state().pending() > 0) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    @Override
    public void onAccepted(Consumer<AcceptedMessage> listener) {
        throw new Refused("listener", "nobody is told by " + CHANNEL);
    }

    @Override
    public void onPosted(Consumer<PostedWebhook> listener) {
        throw new Refused("listener", "nobody is told by " + CHANNEL);
    }

    @Override
    public void close() {
        owner.ifPresent(PhoneOwner::close);
        session.ifPresent(SessionTasks::close);
        mock.close();
        server.stop();
    }
}
