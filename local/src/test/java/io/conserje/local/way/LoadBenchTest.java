package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.LoadBench;
import io.conserje.local.bench.LoadFigures;
import io.conserje.local.bench.LoadReport;
import io.conserje.local.bench.LoadReport.Phase;
import io.conserje.local.bench.LoadReport.Shape;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code ./conserje bench load} does at length. */
class LoadBenchTest {
    private static final LoadBench.Load SMALL = new LoadBench.Load(3, Duration.ofSeconds(2), 7);

    @Test
    void everything_is_answered_and_measured_in_every_shape_and_nothing_is_lost(@TempDir Path data)
            throws InterruptedException, ExecutionException {
        Site.Plan plan =
                new Site.Plan(Checkout.ROOT, data, 0, FaultDial.OFF)
                        .with(List.of())
                        .with(Checkout.SOON_SURE);
        try (Site site = Site.start(plan, step -> {})) {
            LoadReport report = new LoadBench(site, SMALL).run(phase -> {});

            assertMeasured(Shape.STEADY, report.steady());
            assertMeasured(Shape.AGAIN, report.again());
            assertMeasured(Shape.BURST, report.burst());
            assertMeasured(Shape.HOT, report.hot());
            assertTrue(report.burst().many().messages() > 60, "20 times as many came in the burst");
            LoadFigures one = report.hot().one().orElseThrow();
            assertTrue(one.messages() > 60, "one customer wrote without end");
            assertTrue(report.ratio(0.99) > 0, "the others' wait is compared");
            assertTrue(report.findings().allKept());
        }
    }

    private static void assertMeasured(Shape shape, Phase phase) {
        LoadFigures many = phase.many();
        assertEquals(shape, phase.shape());
        assertTrue(many.messages() > 0, shape + " had messages");
        assertEquals(0, many.unanswered(), shape + " was answered");
        assertEquals(many.messages(), many.answer().many());
        assertEquals(many.messages(), many.sendSinceDue().many());
        assertTrue(many.send().at(0.5) <= many.send().at(0.99), shape + " has an order");
        assertTrue(many.sendSinceDue().at(1) >= many.send().at(1), shape + " is seen from its due");
        assertEquals(7, phase.saturation().fullest().size(), "every gauge was read");
    }
}
