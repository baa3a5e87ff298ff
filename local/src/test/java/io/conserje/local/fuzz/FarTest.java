package io.conserje.local.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over HTTP, with what is deployed beneath: down to what is said in return. */
class FarTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final int CASES = 80;

    @Test
    void a_running_system_bears_it_too(@TempDir Path data) {
        try (Far far = new Far(ROOT, data, Optional.empty())) {
            for (int i = 1; i <= CASES; i++) {
                long seed = i;
                Verdict verdict = far.play(seed, i);
                assertTrue(verdict.isWell(), () -> "seed " + seed + ": " + verdict.findings());
            }
            long customer = CASES;
            for (Case found : CaseFile.all(ROOT.resolve("local/src/test/resources/fuzz"))) {
                Verdict verdict = far.play(found, ++customer);
                assertTrue(verdict.isWell(), () -> found.why() + ": " + verdict.findings());
            }

            assertEquals(List.of(), far.settle(Instant.now()));
        }
    }
}
