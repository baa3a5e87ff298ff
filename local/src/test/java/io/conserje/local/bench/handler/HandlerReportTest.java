package io.conserje.local.bench.handler;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.handler.HandlerBench.Beside;
import io.conserje.local.bench.handler.HandlerBench.Floor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The function is compared with the floor whose turn was right before its own. */
class HandlerReportTest {

    private static HandlerReport report(Beside... processes) {
        return new HandlerReport(List.of(new Floor("crt", List.of(300.0))), List.of(processes));
    }

    @Test
    void a_turn_and_a_process_that_something_fell_into_make_no_difference() {
        HandlerReport report =
                report(
                        new Beside(List.of(300.0, 600.0, 600.0), List.of(360.0, 720.0, 5_000.0)),
                        new Beside(List.of(300.0, 300.0, 300.0), List.of(900.0, 900.0, 900.0)),
                        new Beside(List.of(500.0, 300.0, 400.0), List.of(550.0, 330.0, 440.0)));

        assertTrue(report.holds(), report::toString);
        assertTrue(
                report.toString().contains("handler / floor, crt: 1.20 (1.10-3.00)"),
                report::toString);
    }

    @Test
    void what_costs_more_than_it_may_does_not_hold() {
        HandlerReport report =
                report(new Beside(List.of(300.0, 600.0, 300.0), List.of(393.0, 786.0, 393.0)));

        assertFalse(report.holds(), report::toString);
        assertTrue(report.toString().contains("DOES NOT HOLD"), report::toString);
    }
}
