package io.conserje.local.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.local.eval.Verdict.Kind;
import io.conserje.model.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What falls below the baseline is named. */
class BaselineTest {
    private static Stream<Verdict> sentences(Part part, int right, int wrong) {
        return IntStream.range(0, right + wrong)
                .mapToObj(at ->
                        new Verdict(
                                Kind.INTENTS,
                                Language.ES,
                                part,
                                "s" + at,
                                at < right,
                                "book",
                                "cancel",
                                "",
                                1));
    }

    @Test
    void the_test_part_alone_counts() {
        List<Score> scores =
                Score.of(
                        Stream.concat(sentences(Part.TEST, 9, 1), sentences(Part.DEV, 1, 9))
                                .toList());

        assertEquals(List.of(), new Baseline(Map.of("es.intents", 90.0)).missed(scores));
        assertEquals(
                List.of(new Baseline.Shortfall("es.intents", 90.1, 90.0)),
                new Baseline(Map.of("es.intents", 90.1)).missed(scores));
    }

    @Test
    void a_floor_that_nothing_was_tried_for_is_missed() {
        assertEquals(
                List.of(new Baseline.Shortfall("en.times", 1, 0)),
                new Baseline(Map.of("en.times", 1.0)).missed(List.of()));
    }

    @Test
    void what_is_confused_most_comes_first() {
        List<Verdict> verdicts = sentences(Part.DEV, 1, 3).toList();

        assertEquals(
                List.of(new Confusions.Confusion("book", "cancel", 3)),
                Confusions.of(verdicts).all());
    }
}
