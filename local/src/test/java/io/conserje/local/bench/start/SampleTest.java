package io.conserje.local.bench.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of measured values is what follows from them, in whatever order they came. */
class SampleTest {
    private static final double EXACT = 1e-9;

    private static Sample around(double middle) {
        return Sample.of(IntStream.rangeClosed(-5, 5).mapToObj(i -> middle + i).toList());
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertEquals(2.5, Sample.of(List.of(9.0, 2.0, 3.0, 1.0)).median(), EXACT);
        assertEquals(3, Sample.of(List.of(9.0, 3.0, 1.0)).median(), EXACT);
    }

    @Test
    void a_quantile_is_one_of_the_values() {
        Sample hundred =
                Sample.of(IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList());

        assertEquals(99, hundred.quantile(0.99), EXACT);
        assertEquals(50, hundred.quantile(0.5), EXACT);
        assertEquals(1, hundred.quantile(0), EXACT);
    }

    @Test
    void a_ratio_lies_in_its_interval_and_the_interval_within_what_was_seen() {
        Sample.Ratio ratio = around(100).over(around(50), new SplittableRandom(1));

        assertEquals(2, ratio.ratio(), EXACT);
        assertTrue(ratio.low() < 2 && ratio.low() >= 95.0 / 55, ratio::toString);
        assertTrue(ratio.high() > 2 && ratio.high() <= 105.0 / 45, ratio::toString);
    }

    @Test
    void ratios_themselves_are_resampled_too() {
        Sample.Ratio ratio = around(10).asRatio(new SplittableRandom(1));

        assertEquals(10, ratio.ratio(), EXACT);
        assertTrue(ratio.low() < 10 && ratio.low() >= 5, ratio::toString);
        assertTrue(ratio.high() > 10 && ratio.high() <= 15, ratio::toString);
    }

    @Test
    void what_does_not_vary_has_no_interval() {
        Sample same = Sample.of(List.of(4.0, 4.0, 4.0));

        assertEquals(
                new Sample.Ratio(0.5, 0.5, 0.5),
                same.over(Sample.of(List.of(8.0, 8.0)), new SplittableRandom(1)));
    }
}
