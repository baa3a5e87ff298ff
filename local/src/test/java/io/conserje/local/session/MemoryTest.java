package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.session.SessionProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Behaviour 25. How many messages, the property {@code session.messages} says: 10,000 for real. */
class MemoryTest extends WithStores {
    private static final int MESSAGES = Integer.getInteger("session.messages", 300);
    private static final long MOST = 300L * 1024 * 1024;

    @Test
    void itDoesNotGrow() throws IOException {
        SessionProcess process = rig.paired();
        String last = "";
        for (int i = 0; i < MESSAGES; i++) {
            last = rig.anaSays("número " + i);
        }
        String end = last;
        rig.until("all of them", () -> rig.heard().contains(end));

        long used = resident(process);
        assertTrue(used < MOST, "it holds " + used / 1024 / 1024 + " MB");
    }

    private static long resident(SessionProcess process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.process().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
