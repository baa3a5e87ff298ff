package io.conserje.local.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.audit.Violation;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.local.simulation.Simulation.Replay;
import io.conserje.local.simulation.Simulation.Report;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises hold under any faults, and would not if the program were otherwise. */
class SimulationTest {
    private static Simulation simulation;

    @BeforeAll
    static void open() {
        simulation = new Simulation(Path.of(System.getProperty("conserje.root")), 2);
    }

    @AfterAll
    static void close() {
        simulation.close();
    }

    @Test
    void everyPromiseIsKeptWhateverGoesWrong() {
        Report report = simulation.run(200, 1, Defect.NONE, over -> {});

        assertTrue(report.allKept(), () -> report.failed().toString());
        assertTrue(many(report, "heard: answered") > 500, report.toString());
        assertTrue(many(report, "said: accepted") > 500, report.toString());
        assertTrue(many(report, "said: parked: left in doubt") > 0, report.toString());
        assertTrue(many(report, "heard: parked") > 0, report.toString());
        assertTrue(many(report, "booked: Confirmed") > 20, report.toString());
    }

    private static long many(Report report, String what) {
        return report.counts().getOrDefault(what, 0L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aBrokenPromiseIsFound(Defect defect) {
        Report report = simulation.run(1000, 5, defect, over -> {});

        Set<Promise> broken =
                report.failed().stream()
                        .flatMap(one -> one.findings().violations().stream())
                        .map(Violation::promise)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Promise.class)));
        broken.retainAll(defect.breaks());
        assertFalse(
                broken.isEmpty(), () -> defect + " was not found in " + report.runs() + " runs");
    }

    @Test
    void aSeedIsARunExactly() {
        for (long seed = 1; seed <= 20; seed++) {
            Replay one = simulation.replay(seed, Defect.NONE);
            Replay other = simulation.replay(seed, Defect.NONE);

            assertEquals(one.trace(), other.trace());
            assertEquals(one.findings(), other.findings());
        }
    }
}
