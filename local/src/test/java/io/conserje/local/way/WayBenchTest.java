package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.WayBench;
import io.conserje.local.bench.WayReport;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code ./conserje bench way} does at length. */
class WayBenchTest {

    @Test
    void every_message_is_answered_once_and_in_order_whatever_the_provider_repeats_and_reorders(
            @TempDir Path data) throws InterruptedException, ExecutionException {
        FaultDial dial = FaultDial.parse("duplicate=0.2,reorder=0.2,error=0.05,seed=11");
        Site.Plan plan = new Site.Plan(Checkout.ROOT, data, 0, dial).with(Checkout.SOON_SURE);
        try (Site site = Site.start(plan, step -> {})) {
            WayReport report = new WayBench(site).run(60, 5, 32, dial.seed());

            System.out.println(report);
            assertEquals(300, report.messages());
            assertTrue(report.posts() > 300, "the provider repeated some: " + report.posts());
        }
    }
}
