package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.BookingBench;
import io.conserje.local.bench.BookingReport;
import io.conserje.local.bench.CrashingFunctions;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code ./conserje bench booking} does at length. */
class BookingBenchTest {
    private static final int CUSTOMERS = 40;

    @Test
    void no_time_is_booked_twice_and_everybody_is_told_the_truth_wherever_a_process_dies(
            @TempDir Path data) throws InterruptedException, ExecutionException {
        FaultDial dial = FaultDial.parse("duplicate=0.2,seed=1");
        BookingBench.Race race =
                new BookingBench.Race(
                        CUSTOMERS,
                        5,
                        1,
                        2,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(4),
                        dial.seed());
        try (CrashingFunctions mortal = new CrashingFunctions(CUSTOMERS);
                Site site =
                        Site.start(
                                new Site.Plan(Checkout.ROOT, data, 0, dial)
                                        .with(mortal)
                                        .with(Checkout.SOON_SURE),
                                step -> {})) {
            BookingReport report = new BookingBench(site, mortal, InstantSource.system()).run(race);

            System.out.println(report);
            for (String step : List.of("BEFORE_READ", "BEFORE_WRITE", "AFTER_WRITE")) {
                assertTrue(report.crashesAt(step) > 0, () -> "no process died " + step);
            }
            for (String what : List.of("BOOKED", "CANCELLED", "GONE", "LATE")) {
                assertTrue(report.happened(what) > 0, () -> "nothing was " + what);
            }
        }
    }
}
