package io.conserje.local.bench.handler;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.handler.HandlerBench.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The function is compared with the floor that ran right before it. */
class HandlerReportTest {

    private static HandlerReport report(List<Double> floor, List<Double> handler) {
        return new HandlerReport(List.of(new Row("crt", floor), new Row("handler", handler)));
    }

    @Test
    void one_process_that_something_fell_into_makes_no_difference() {
        HandlerReport report = report(List.of(300.0, 600.0, 600.0), List.of(360.0, 720.0, 5_000.0));

        assertTrue(report.holds(), report::toString);
        assertTrue(report.toString().contains("handler / floor, crt: 1.20 (1.20-8.33)"));
    }

    @Test
    void what_costs_more_than_it_may_does_not_hold() {
        HandlerReport report = report(List.of(300.0, 600.0, 300.0), List.of(393.0, 786.0, 393.0));

        assertFalse(report.holds(), report::toString);
        assertTrue(report.toString().contains("DOES NOT HOLD"), report::toString);
    }
}
