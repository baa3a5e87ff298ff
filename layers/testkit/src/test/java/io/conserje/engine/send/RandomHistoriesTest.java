package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Words;
import io.conserje.model.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds of every message, whatever happened before. Seeded histories of one account run
 * through the decision as delivery runs them; an {@link Oracle} that knows the requirements and not
 * the rules reads each of them. A failure shows the seed and every step of the history.
 *
 * <p>A few thousand by default. A million, on one machine in a few minutes:
 *
 * <pre>
 * CONSERJE_HISTORIES=1000000 mvn -pl layers/testkit -am -Dtest=RandomHistoriesTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false test
 * </pre>
 */
@Tag("many")
class RandomHistoriesTest {
    private static final String FLAG = "CONSERJE_HISTORIES";
    private static final long HISTORIES = histories();
    private static final long CHUNK = 250;

    /** Of a hundred histories, at least one comes past each reason. */
    private static final long OFTEN = HISTORIES / 100;

    /** What an attempt came to is no decision. */
    private static final Set<String> OUTCOMES =
            Set.of(
                    "accepted",
                    "rejected",
                    "contact-stopped",
                    "tried-enough",
                    "given-up",
                    "replayed",
                    "discarded",
                    "in-doubt",
                    "account-broken",
                    "again");

    private static Tally tally = Tally.none();

    private static long histories() {
        return Optional.ofNullable(System.getenv(FLAG)).map(Long::parseLong).orElse(5_000L);
    }

    @BeforeAll
    static void play() {
        long began = System.nanoTime();
        tally =
                LongStream.range(0, Math.ceilDiv(HISTORIES, CHUNK))
                        .parallel()
                        .mapToObj(i -> Tally.of(i * CHUNK, Math.min((i + 1) * CHUNK, HISTORIES)))
                        .reduce(Tally.none(), Tally::and);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                Locale.ROOT,
                "%,d random histories with %,d decisions in %.1f s%n",
                HISTORIES,
                decisions().mapToLong(tally::count).sum(),
                took.toMillis() / 1000.0);
    }

    private static Stream<String> decisions() {
        return Stream.of("Send", "UseTemplate", "Wait", "Refuse");
    }

    @Test
    void nothingLeavesThatMayNotAndNothingIsRefusedThatMay() {
        assertEquals("", tally.failure().orElse(""));
    }

    @Test
    void everyRuleDecidedOften() {
        History any = new History(0);
        any.live();
        Step.Queued queued =
                any.steps().stream()
                        .filter(Step.Queued.class::isInstance)
                        .map(Step.Queued.class::cast)
                        .findFirst()
                        .orElseThrow();

        often(
                new SendRules(
                                queued.message(),
                                Standing.unknown(),
                                any.world().can(),
                                any.world().policy(),
                                queued.at())
                        .all().stream().map(SendRules.Rule::name));
    }

    @Test
    void everyDecisionWasTakenOften() {
        often(decisions());
    }

    @Test
    void everyReasonWasGivenOften() {
        Map<String, String> reasons =
                Words.load().reasons().phrases().getOrDefault(Language.EN, Map.of());
        Set<String> keys = new TreeSet<>(reasons.keySet());
        assertTrue(keys.removeAll(OUTCOMES));
        // Words that go into a reason, not reasons.
        assertTrue(keys.removeIf(key -> key.startsWith("field.")));

        often(keys.stream());
    }

    private static void often(Stream<String> names) {
        List<String> all = names.toList();
        assertTrue(all.size() > 3, "it looked at nothing");
        assertAll(
                all.stream()
                        .map(name ->
                                () ->
                                        assertTrue(
                                                tally.count(name) >= OFTEN,
                                                name + " only " + tally.count(name) + " times")));
    }
}
