package io.conserje.local.bench;

import io.conserje.local.site.Site;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until nothing is on its way any more, so that a late double would show. */
public final class Settled {
    private static final Duration LOOK = Duration.ofMillis(50);

    private Settled() {}

    public static void await(Site site, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!isQuiet(site)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("messages are still on their way after " + atMost);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static boolean isQuiet(Site site) {
        return site.lines().stream().allMatch(line -> line.emulator().awaitQuiet(LOOK))
                && site.cloud().idle();
    }
}
