package io.conserje.local.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions;
import io.conserje.application.session.Sessions.Kind;
import io.conserje.application.session.Sessions.Wish;
import io.conserje.aws.DynamoSessions;
import io.conserje.local.emulator.session.MockWhatsApp;
import io.conserje.local.emulator.session.SessionProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sqs.model.Message;

/** A session with a WhatsApp of its own, and the other side of its queues. */
final class Rig implements AutoCloseable {
    static final Path PACKAGE = Path.of(System.getProperty("conserje.root"), "whatsapp-session");
    static final String ANA = "50760000001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stores stores;
    private final Path folder;
    private final String name;
    private final Program program;
    private final MockWhatsApp mock;
    private final Sessions sessions;
    private final List<SessionProcess> started = new ArrayList<>();
    private final List<JsonNode> inbound = new ArrayList<>();
    private final List<JsonNode> events = new ArrayList<>();
    private int lastId;

    /** How a session is started with an environment, and a file for what it says. */
    interface Program {
        SessionProcess start(Map<String, String> environment, Path log);
    }

    Rig(Stores stores, Path folder, String name, Program program) {
        this.stores = stores;
        this.folder = folder;
        this.name = name;
        this.program = program;
        this.mock = MockWhatsApp.start(PACKAGE, folder.resolve("mock"));
        this.sessions = new DynamoSessions(stores.clients(), stores.env());
    }

    String name() {
        return name;
    }

    MockWhatsApp mock() {
        return mock;
    }

    Sessions sessions() {
        return sessions;
    }

    /** With times that are short enough to be waited for. */
    SessionProcess start(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(stores.environment());
        all.put("SESSION", name);
        all.put("SIGNING_SECRET", "a-signing-secret-of-thirty-two-chars");
        all.put("DATA_SECRET", "a-data-secret-of-at-least-thirty-two");
        all.put("TEST", "1");
        all.put("WHATSAPP_URL", mock.url());
        all.put("WHATSAPP_ROOT_KEY", mock.rootKey());
        all.put("LEASE_MILLIS", "3000");
        all.put("RENEW_MILLIS", "500");
        all.put("ACK_MILLIS", "1000");
        all.put("BACKOFF_MILLIS", "100");
        all.put("WISH_MILLIS", "100");
        all.putAll(more);
        SessionProcess process = program.start(all, log());
        started.add(process);
        return process;
    }

    SessionProcess start() {
        return start(Map.of());
    }

    /** One that is linked and open. */
    SessionProcess paired(Map<String, String> more) {
        SessionProcess process = start(more);
        wish(Kind.PAIR_QR, Optional.empty());
        mock.post("/scan", Map.of("qr", qr()));
        untilState(State.OPEN);
        return process;
    }

    SessionProcess paired() {
        return paired(Map.of());
    }

    Path log() {
        return folder.resolve("session.log");
    }

    String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void wish(Kind kind, Optional<String> phone) {
        sessions.wish(name, new Wish(kind.word() + ++lastId, kind, phone), Instant.now());
    }

    String qr() {
        until("a QR", () -> state().flatMap(SessionState::qr).isPresent());
        return state().flatMap(SessionState::qr).orElseThrow().text();
    }

    Optional<SessionState> state() {
        return sessions.state(name);
    }

    void untilState(State wanted) {
        until(
                wanted + ", now " + state(),
                () -> state().filter(it -> it.state() == wanted).isPresent());
    }

    void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what + "; " + folder)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }

    int kill(SessionProcess process) {
        process.process().destroyForcibly();
        return process.ended().join();
    }

    int exit(SessionProcess process) {
        until("the end of the process", () -> process.ended().isDone());
        return process.ended().join();
    }

    /** The id of what Ana writes. */
    String anaSays(String text) {
        return says(ANA, JsonNodeFactory.instance.objectNode().put("text", text));
    }

    String says(String phone, ObjectNode message) {
        return mock.post("/phones/" + phone + "/messages", message).path("id").asText();
    }

    /** Everything that the session ever published, in the order of the queue. */
    List<JsonNode> inbound() {
        take("Inbound", inbound);
        return inbound;
    }

    List<JsonNode> events() {
        take("Events", events);
        return events;
    }

    List<String> heard() {
        return inbound().stream().map(one -> one.path("id").asText()).toList();
    }

    List<String> eventsOf(String id) {
        return events().stream()
                .filter(one -> one.path("id").asText().equals(id))
                .map(one -> one.path("type").asText())
                .toList();
    }

    private void take(String queue, List<JsonNode> into) {
        for (Message message : stores.take(queue)) {
            ObjectNode body = (ObjectNode) read(message.body());
            if (body.path("session").asText().equals(name)) {
                into.add(body);
            }
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode send(String id, String text) {
        ObjectNode command = JsonNodeFactory.instance.objectNode();
        command.put("v", 1).put("type", "send").put("id", id).put("ref", "ref-" + id);
        command.putObject("to").put("pn", ANA);
        command.put("expiresAt", Instant.now().plusSeconds(600).getEpochSecond());
        command.putObject("content").put("kind", "text").put("text", text);
        return command;
    }

    void command(ObjectNode command) {
        command(command.path("id").asText(), command.toString());
    }

    void command(String id, String body) {
        stores.clients()
                .sqs()
                .sendMessage(send ->
                        send.queueUrl(stores.queue("Commands"))
                                .messageGroupId(name + ANA)
                                .messageDeduplicationId(name + id)
                                .messageBody(body));
    }

    /** How often a message of ours went over the wire. */
    long sentOnWire(String id) {
        long count = 0;
        for (JsonNode sent : mock.get("/sent")) {
            count += sent.path("id").asText().equals(id) ? 1 : 0;
        }
        return count;
    }

    boolean stillQueued(String id) {
        for (JsonNode queued : mock.get("/state").path("queue")) {
            if (queued.asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    long logins() {
        return mock.get("/state").path("logins").asLong();
    }

    @Override
    public void close() {
        started.forEach(SessionProcess::close);
        mock.close();
    }
}
