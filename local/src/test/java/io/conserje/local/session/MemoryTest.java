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
    private static final int AT_ONCE = 100;
    private static final long MB = 1024 * 1024;
    private static final long MOST = 300 * MB;

    /** What a collector may leave lying about. */
    private static final long NOISE = 64 * MB;

    @Test
    void itDoesNotGrow() throws IOException {
        SessionProcess process = rig.paired();
        long early = 0;
        long used = 0;
        for (int said = 0; said < MESSAGES; said += AT_ONCE) {
            hear(said);
            used = resident(process);
            assertTrue(used < MOST, "it holds " + used / MB + " MB");
            early = said <= MESSAGES / 3 ? used : early;
        }
        System.out.println(
                MESSAGES + " messages: " + early / MB + " MB after a third, " + used / MB + " MB");
        assertTrue(used < early + NOISE, "it grew from " + early / MB + " MB to " + used / MB);
    }

    private void hear(int first) {
        String last = "";
        for (int i = 0; i < AT_ONCE; i++) {
            last = rig.anaSays("número " + (first + i));
        }
        String end = last;
        rig.until("all of them", () -> rig.heard().contains(end));
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
