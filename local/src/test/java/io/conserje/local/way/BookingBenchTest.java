package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.BookingBench;
import io.conserje.local.bench.BookingReport;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code ./conserje bench booking} does at length. */
class BookingBenchTest {

    @Test
    void no_time_is_booked_twice_and_everybody_is_told_the_truth_wherever_a_process_dies(
            @TempDir Path data) throws InterruptedException, ExecutionException {
        BookingReport report = run(data, 60, 5, 1);

        for (String step : List.of("BEFORE_READ", "BEFORE_WRITE", "AFTER_WRITE")) {
            assertTrue(report.crashesAt(step) > 0, () -> "no process died " + step);
        }
        for (String what : List.of("MOVED", "CANCELLED", "REPEATED", "GONE", "TOO_LATE")) {
            assertTrue(report.happened(what) > 0, () -> "nobody was " + what);
        }
    }

    @Test
    void a_class_takes_as_many_as_it_has_room_for(@TempDir Path data)
            throws InterruptedException, ExecutionException {
        BookingReport report = run(data, 40, 2, 4);

        assertEquals(4, report.capacity());
        assertTrue(report.booked() > 4, report::toString);
    }

    private static BookingReport run(Path data, int customers, int slots, int capacity)
            throws InterruptedException, ExecutionException {
        Site.Plan plan = new Site.Plan(Checkout.ROOT, data, 0, FaultDial.OFF);
        try (Site site = Site.start(plan, step -> {})) {
            BookingReport report = new BookingBench(site).run(customers, slots, capacity, 1);
            System.out.println(report);
            return report;
        }
    }
}
