package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Engines;
import io.conserje.application.Words;
import io.conserje.engine.Session.Automatic;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Histories;
import io.conserje.testkit.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds whatever customers send. A failure names the seed and the turn that show it. */
@Tag("many")
class AnyHistoryTest {
    private static final int HISTORIES = 2000;
    private static final Words WORDS = Words.load();
    private static final Engines ENGINES = new Engines(WORDS);
    private static final List<List<Turn>> PLAYED = new ArrayList<>();

    private record Turn(Session before, List<InboundMessage> heard, Step step) {
        List<Outgoing> sent() {
            return step.effects().stream()
                    .filter(Effect.Send.class::isInstance)
                    .map(effect -> ((Effect.Send) effect).content())
                    .toList();
        }

        /** Neither the customer nor an operator said a word that ends the silence. */
        boolean endsNoSilence() {
            return heard.stream()
                    .map(InboundMessage::content)
                    .noneMatch(content ->
                            content instanceof Content.HandBack
                                    || says(content, "ALTA")
                                    || says(content, "start")
                                    || says(content, "STOP")
                                    || says(content, "baja"));
        }

        private static boolean says(Content content, String word) {
            return switch (content) {
                case Content.Text text -> text.body().equals(word);
                case Content.Choice choice -> choice.title().equals(word);
                default -> false;
            };
        }
    }

    @BeforeAll
    static void play() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            PLAYED.add(play(seed));
        }
    }

    @AfterAll
    static void forget() {
        PLAYED.clear();
    }

    @Test
    void aStepSaysAtMostOneThing() {
        inEveryTurn((turn, where) -> assertTrue(turn.sent().size() <= 1, where));
    }

    @Test
    void nothingBlankIsEverSaid() {
        inEveryTurn((turn, where) ->
                turn.sent().forEach(said -> assertFalse(said.text().isBlank(), where)));
    }

    @Test
    void whoWaitsForAPersonOrAskedForSilenceIsNotWrittenTo() {
        List<String> silent = new ArrayList<>();
        inEveryTurn((turn, where) -> {
            if (!(turn.before().phase() instanceof Automatic) && turn.endsNoSilence()) {
                assertEquals(List.of(), turn.step().effects(), where);
                silent.add(where);
            }
        });
        assertTrue(silent.size() > HISTORIES / 2, "it hardly looked: " + silent.size());
    }

    @Test
    void everyMessageIsDecidedByOneRule() {
        inEveryTurn((turn, where) ->
                assertEquals(turn.heard().size(), turn.step().rules().size(), where));
    }

    @Test
    void aHandOverIsToldExactlyWhenAPersonTakesOver() {
        inEveryTurn((turn, where) -> {
            boolean told =
                    turn.step().effects().stream().anyMatch(Effect.HandOver.class::isInstance);
            boolean taken =
                    turn.step().session().phase() instanceof Session.WithPerson
                            && turn.before().phase() instanceof Automatic;
            assertTrue(told || !taken, where);
        });
    }

    @Test
    void theSameHistoryIsAlwaysDecidedTheSameWay() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            assertEquals(PLAYED.get(seed), play(seed), "seed " + seed);
        }
    }

    private static void inEveryTurn(BiConsumer<Turn, String> check) {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<Turn> turns = PLAYED.get(seed);
            for (int i = 0; i < turns.size(); i++) {
                check.accept(turns.get(i), "seed " + seed + ", turn " + i + ": " + turns.get(i));
            }
        }
    }

    /** A business without appointments has nothing to look up. */
    private static Step decided(Progress progress) {
        return assertInstanceOf(Step.class, progress);
    }

    private static List<Turn> play(long seed) {
        Engine engine = ENGINES.of(Businesses.clinic());
        List<Turn> turns = new ArrayList<>();
        Session session = Session.fresh();
        Instant now = Messages.MORNING;
        for (List<InboundMessage> burst : Histories.of(seed)) {
            Step step = decided(engine.begin(session, burst, now).with(List.of()));
            turns.add(new Turn(session, burst, step));
            session = step.session();
            now = now.plusSeconds(3600);
        }
        return turns;
    }
}
