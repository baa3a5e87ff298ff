package io.conserje.local.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Channels;
import io.conserje.channel.whatsapp.WhatsAppChannel;
import io.conserje.local.fuzz.Fuzzing.Failed;
import io.conserje.local.fuzz.Fuzzing.Report;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        Report report = fuzzing.run(1500, 1, over -> {});

        assertTrue(report.isWell(), () -> report.failed().toString());
        assertTrue(report.grown() < MOST_GROWTH, report::toString);
        assertTrue(report.answers().getOrDefault(200, 0L) > 700, report::toString);
        assertTrue(report.answers().getOrDefault(401, 0L) > 20, report::toString);
        assertTrue(report.kept() > 700, report::toString);
    }

    @Test
    void a_seed_is_a_case_exactly() {
        for (long seed = 1; seed <= 50; seed++) {
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

    private static Report with(Fragile.Fault fault) {
        Channels fragile = new Channels(Stream.of(new Fragile(fault), new WhatsAppChannel()));
        try (Fuzzing broken = new Fuzzing(ROOT, Optional.empty(), fragile, 1)) {
            return broken.run(2000, 3, over -> {});
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_does_harm_is_found_and_can_be_played_again(Fragile.Fault fault) {
        Report report = with(fault);

        assertFalse(report.isWell(), () -> fault + " was not found in " + report);
        Failed first = report.failed().getFirst();
        assertTrue(first.findings().toString().contains(fault.looksLike()), first::toString);
        assertTrue(fuzzing.play(first.smallest()).isWell(), "without the fault");
    }

    @Test
    void a_case_is_the_same_after_it_was_kept(@TempDir Path folder) {
        for (long seed = 1; seed <= 100; seed++) {
            Case one = fuzzing.of(seed);
            CaseFile.write(folder.resolve(seed + ".json"), one);

            Case kept = CaseFile.read(folder.resolve(seed + ".json"));

            assertEquals(
                    CaseFile.text(one),
                    CaseFile.text(new Case(one.why(), kept.apart(), kept.requests())));
            assertEquals(fuzzing.play(one), fuzzing.play(kept));
        }
    }
}
