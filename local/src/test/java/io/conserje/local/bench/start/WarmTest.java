package io.conserje.local.bench.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.local.bench.start.Warm.Who;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is warm is compared turn by turn. */
class WarmTest {
    private static final double EXACT = 1e-9;

    /** A thousand calls on a machine that is twice as slow from the middle on. */
    private static List<Double> calls(double millis) {
        return new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(i -> i < 500 ? millis : 2 * millis).toList());
    }

    private static Warm warm(Map<Who, List<Double>> calls) {
        return new Warm(new EnumMap<>(calls));
    }

    @Test
    void turns_that_something_fell_into_make_no_difference() {
        List<Double> disturbed = calls(1.1);
        for (int i = 100; i < 300; i++) {
            disturbed.set(i, 50.0);
        }

        Warm warm = warm(Map.of(Who.LATE, disturbed, Who.FLOOR, calls(1)));

        assertEquals(1.1, warm.ratio(Who.LATE, Who.FLOOR).orElseThrow(), EXACT);
    }

    @Test
    void who_was_not_called_is_compared_with_nobody() {
        Warm warm = warm(Map.of(Who.LATE, calls(1)));

        assertEquals(Optional.empty(), warm.ratio(Who.LATE, Who.TIERED));
    }
}
