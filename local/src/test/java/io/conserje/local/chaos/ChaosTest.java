package io.conserje.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies by {@code kill -9} while customers write, and no promise is broken. */
class ChaosTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));

    @Test
    void whoeverDiesWheneverNothingIsLostDoubledOrOutOfOrder(@TempDir Path data)
            throws IOException, InterruptedException, ExecutionException {
        Chaos.Plan plan =
                new Chaos.Plan(
                        ROOT,
                        data,
                        120,
                        2,
                        10,
                        "duplicate=0.2,reorder=0.2,error=0.05",
                        "queue=0.05,table=0.05,seed=3",
                        Map.of("DoubtSeconds", "20"),
                        20261121);

        ChaosReport report = new Chaos(plan, sent -> {}).run();

        assertEquals(List.of(), report.findings().violations());
        assertTrue(report.posted() >= 120, () -> report.posted() + " were posted");
        assertTrue(report.taken() > 0, "something was answered");
    }
}
