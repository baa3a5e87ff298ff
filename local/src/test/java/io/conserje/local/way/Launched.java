package io.conserje.local.way;

import io.conserje.local.command.Program;
import io.conserje.local.command.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** This checkout, running as a process of its own. */
record Launched(Process process, Terminal terminal) {

    static Launched up(Path data) {
        try {
            return start(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Launched start(Path data) throws IOException {
        Path run = Files.createDirectories(data).resolve("run.json");
        Files.deleteIfExists(run);
        Path console = data.resolve("console.log");
        Process process =
                Program.of(Checkout.ROOT, List.of("up", "--data", data.toString(), "--port", "0"))
                        .redirectOutput(console.toFile())
                        .start();
        Awaitility.await("up is ready")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(run) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(console));
        }
        return new Launched(process, new Terminal(data));
    }

    Phones phones(String channel) {
        return new Phones(terminal.emulator(channel));
    }

    /** By {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
