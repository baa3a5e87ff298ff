package io.conserje.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.audit.Outside;
import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoSessions;
import io.conserje.aws.Env;
import io.conserje.local.audit.StoredAudit;
import io.conserje.local.emulator.session.SessionEmulator;
import io.conserje.local.emulator.session.SessionProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session's process dies, is doubled and is frozen while customers write; after each of these the
 * audit holds all that is stored against what WhatsApp and the customers have.
 */
class SessionChaosTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final int CUSTOMERS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(20261122);
    private final List<Calls> customers = new ArrayList<>();
    private final List<SessionProcess> more = new ArrayList<>();
    private LocalSystem system;
    private AwsClients clients;
    private Env env;
    private Path folder;
    private int said;

    @BeforeEach
    void open(@TempDir Path data) throws IOException, InterruptedException {
        folder = data;
        system =
                LocalSystem.start(
                                ROOT,
                                data.resolve("up"),
                                List.of("--parameter", "WhatsAppSession=demo"))
                        .ready(http);
        env = name -> Optional.ofNullable(system.run().variables().get(name));
        clients = new AwsClients(env);
        LocalSystem.Line line =
                system.run().lines().stream()
                        .filter(one -> one.channel().equals(SessionEmulator.CHANNEL))
                        .findFirst()
                        .orElseThrow();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new Calls(line, "5076200000" + i, random.split()));
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        more.forEach(SessionProcess::close);
        clients.close();
        system.kill();
        http.close();
    }

    @Test
    void whateverBecomesOfItsProcessNothingIsLostDoubledOrOutOfOrder()
            throws IOException, InterruptedException {
        awaitState(state -> state.state() == State.OPEN);
        talk();
        assertAllKept();

        long fence = fence();
        talk();
        kill(process());
        talk();
        awaitState(state -> state.fence() > fence);
        assertAllKept();

        ProcessHandle first = process();
        long before = fence();
        SessionProcess second = another(first);
        talk();
        assertAllKept();
        assertEquals(before, fence(), "the second waits");
        kill(first);
        talk();
        awaitState(state -> state.fence() > before);
        assertAllKept();

        long holder = fence();
        ProcessHandle third = process();
        signal("STOP", second.process().pid());
        signal("STOP", third.pid());
        talk();
        SessionProcess last = another(third);
        awaitState(state -> state.fence() > holder);
        signal("CONT", second.process().pid());
        signal("CONT", third.pid());
        talk();
        assertAllKept();
        assertTrue(last.process().isAlive(), "the last one writes");
    }

    /** Each customer says something, or some things at once, and does not wait. */
    private void talk() throws IOException, InterruptedException {
        for (Calls customer : customers) {
            said += customer.say(system);
        }
    }

    private void assertAllKept() throws IOException, InterruptedException {
        system.settle(TO_SETTLE);
        Outside outside = Seen.by(customers, system);
        assertEquals(said, outside.posted().size());
        assertEquals(
                List.of(), StoredAudit.of(env, Optional.of(outside), Instant.now()).violations());
        assertTrue(!outside.taken().isEmpty(), "something was answered");
    }

    /** The one that the system started. */
    private ProcessHandle process() {
        return Awaitility.await("a process of the session")
                .until(
                        () ->
                                ProcessHandle.of(system.run().pid()).stream()
                                        .flatMap(ProcessHandle::descendants)
                                        .filter(SessionChaosTest::isSession)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isSession(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(List::of)
                .filter(arguments -> arguments.contains("dist/src/main.js"))
                .isPresent();
    }

    /** As a deployment that forgot to stop the old one. */
    private SessionProcess another(ProcessHandle one) throws IOException {
        Map<String, String> environment = new HashMap<>();
        String all = Files.readString(Path.of("/proc", Long.toString(one.pid()), "environ"));
        for (String variable : all.split("\0")) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        environment.remove("ALIVE_FILE");
        SessionProcess another =
                SessionProcess.start(
                        ROOT.resolve("whatsapp-session"),
                        environment,
                        folder.resolve("session-" + more.size() + ".log"));
        more.add(another);
        return another;
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertEquals(
                0, new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor());
    }

    private long fence() {
        return state().orElseThrow().fence();
    }

    private Optional<SessionState> state() {
        Sessions sessions = new DynamoSessions(clients, env);
        return sessions.state("demo");
    }

    private void awaitState(Predicate<SessionState> wanted) {
        Awaitility.await("a state; " + folder)
                .atMost(Duration.ofMinutes(1))
                .until(() -> state().filter(wanted).isPresent());
    }
}
