package io.conserje.local.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.session.SessionProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A session in its container, held as tightly as {@code template.yaml} holds it; {@code
 * whatsapp-session/image} runs this.
 */
@EnabledIfSystemProperty(
        named = "session.image",
        matches = ".+",
        disabledReason = "it takes a Docker engine: whatsapp-session/image")
class ImageSmokeTest extends WithStores {
    private static final String IMAGE = System.getProperty("session.image", "");

    @Override
    SessionProcess program(Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--init"));
        command.addAll(List.of("--name", rig.name(), "--network", "host", "--memory", "512m"));
        command.addAll(List.of("--read-only", "--cap-drop", "ALL"));
        command.addAll(List.of("--security-opt", "no-new-privileges", "--health-interval", "1s"));
        // The value of a variable that is only named is taken from the environment of the command.
        environment.keySet().forEach(name -> command.addAll(List.of("--env", name)));
        command.add(IMAGE);
        return SessionProcess.start(command, Rig.PACKAGE, environment, log);
    }

    @AfterEach
    void remove() {
        docker("rm", "--force", "--volumes", rig.name());
    }

    @Test
    void itIsLinkedHearsAndAnswers() {
        rig.paired();

        String said = rig.anaSays("hola");
        rig.until("what Ana said", () -> rig.heard().contains(said));
        String id = "3EB0AAAAAAAAAAAAAAAAAA";
        rig.command(rig.send(id, "buenas"));
        rig.until("the event", () -> rig.eventsOf(id).contains("sent"));

        assertEquals(1, rig.sentOnWire(id));
    }

    @Test
    void itIsHealthyByItsOwnCommandAndByThatOfItsTask() {
        rig.start();

        rig.until("its health", () -> inspect("{{.State.Health.Status}}").equals("healthy"));

        assertEquals("", inside("node", "dist/src/health.js"));
    }

    @Test
    void whoRunsItIsNotRootAndWritesNothingButWhatIsTemporary() {
        rig.start();
        rig.until("its start", () -> inspect("{{.State.Running}}").equals("true"));

        assertNotEquals("0", inside("node", "-p", "process.getuid()"));
        assertEquals("EROFS", writing("/app/package.json"));
        assertEquals("EROFS", writing("/home/node/anything"));
        assertEquals("written", writing("/tmp/anything"));
    }

    @Test
    void whoIsStoppedEndsInOrder() {
        SessionProcess session = rig.paired();
        Instant asked = Instant.now();

        docker("stop", "--time", "10", rig.name());

        assertEquals(0, rig.exit(session));
        assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 10);
    }

    private String writing(String file) {
        return inside(
                "node",
                "-e",
                """
                try { fs.writeFileSync('%s', ''); console.log('written') }
                catch (failure) { console.log(failure.code) }
                """
                        .formatted(file));
    }

    private String inspect(String what) {
        return docker("inspect", "--format", what, rig.name());
    }

    private String inside(String... command) {
        List<String> all = new ArrayList<>(List.of("exec", rig.name()));
        all.addAll(List.of(command));
        return docker(all.toArray(String[]::new));
    }

    private static String docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
