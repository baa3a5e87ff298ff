package io.conserje.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.Saturation.Full;
import io.conserje.local.bench.Saturation.Sample;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is told of a load follows from what was read. */
class SaturationTest {
    private static final Duration LOOK = Duration.ofMillis(250);

    private static Sample sample(int number, double busy, long open) {
        return new Sample(
                LOOK.multipliedBy(number).toNanos(),
                List.of(new Gauge.Processor(busy, busy), new Gauge.Posts(open)));
    }

    @Test
    void what_stayed_full_is_told_in_the_order_in_which_it_filled_up() {
        List<Sample> samples =
                IntStream.range(0, 40)
                        .mapToObj(i -> sample(i, i < 20 ? 0.2 : 1, i < 8 ? 0 : 100))
                        .toList();

        List<Full> full = Saturation.of(samples, 0).full();

        assertEquals(
                List.of("posts", "processor"),
                full.stream().map(one -> one.gauge().name()).toList());
        assertEquals(LOOK.multipliedBy(11), full.getFirst().after());
    }

    @Test
    void a_moment_is_no_saturation_but_is_told_as_the_fullest() {
        List<Sample> samples =
                IntStream.range(0, 40).mapToObj(i -> sample(i, i % 3 == 0 ? 1 : 0.2, 0)).toList();

        Saturation found = Saturation.of(samples, 0);

        assertEquals(List.of(), found.full());
        assertEquals(new Gauge.Processor(1, 1), found.fullest().getFirst());
    }

    @Test
    void messages_of_one_conversation_that_wait_for_each_other_do_not_fill_a_queue() {
        assertFalse(new Gauge.Consumer("Inbound", "Decide", 1, 10, 5000, 100).full());
        assertTrue(new Gauge.Consumer("Inbound", "Decide", 6, 10, 5000, 100).full());
        assertTrue(new Gauge.Consumer("Inbound", "Decide", 10, 10, 0, 100).full());
    }

    @Test
    void percentiles_are_those_of_all_that_was_measured() {
        Latencies all = Latencies.of(LongStream.rangeClosed(1, 1000).map(i -> i * 1_000_000));

        assertEquals(500, all.at(0.5));
        assertEquals(999, all.at(0.999));
        assertEquals(1000, all.at(1));
    }

    @Test
    void a_seed_is_a_load() {
        Due.Customers customers = Due.Customers.of(0, 50, Duration.ofSeconds(60));

        List<Due> once = Due.spread(50, Duration.ofSeconds(60), customers, new SplittableRandom(3));

        assertEquals(
                once, Due.spread(50, Duration.ofSeconds(60), customers, new SplittableRandom(3)));
        assertEquals(3000, once.size(), 300, "50 a second");
    }
}
