package io.conserje.local.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Channels;
import io.conserje.local.fuzz.Fuzzing.Report;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent to the webhooks' addresses is answered, and what is acknowledged is kept. */
class FuzzingTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final long MOST_GROWTH = 16 << 20;

    private static Fuzzing fuzzing;

    @BeforeAll
    static void open() {
        Optional<Path> wire =
                Optional.ofNullable(System.getenv("CONSERJE_WIRE")).map(ROOT::resolve);
        fuzzing = new Fuzzing(ROOT, wire, Channels.onClassPath(), 2);
    }

    @AfterAll
    static void close() {
        fuzzing.close();
    }

    @Test
    void nothing_that_is_sent_does_any_harm() {
        Report report = fuzzing.run(4000, 1, over -> {});

        assertTrue(report.isWell(), () -> report.failed().toString());
        assertTrue(report.grown() < MOST_GROWTH, report::toString);
        assertTrue(report.answers().getOrDefault(200, 0L) > 2000, report::toString);
        assertTrue(report.answers().getOrDefault(401, 0L) > 50, report::toString);
        assertTrue(report.kept() > 2000, report::toString);
    }

    @Test
    void a_seed_is_a_case_exactly() {
        for (long seed = 1; seed <= 200; seed++) {
            assertEquals(fuzzing.replay(seed), fuzzing.replay(seed));
        }
    }

    private static Stream<Case> everFound() {
        return CaseFile.all(ROOT.resolve("local/src/test/resources/fuzz")).stream();
    }

    @ParameterizedTest
    @MethodSource("everFound")
    void what_once_did_harm_does_none_any_more(Case found) {
        Verdict verdict = fuzzing.play(found);

        assertTrue(verdict.isWell(), () -> found.why() + ": " + verdict.findings());
    }
}
