package io.conserje.local.bench;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Phone;
import io.conserje.local.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Measures how long customers of one account wait for their answers, while the provider of another
 * account is well, is down, refuses everything for there being too much of it, or never answers.
 */
public final class ApartBench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TO_SETTLE = Duration.ofMinutes(10);
    private static final int CUSTOMERS = 40;

    private final Site site;
    private final Site.Line troubled;
    private final Site.Line measured;

    /**
     * @param site with two accounts; the first gets the trouble
     */
    public ApartBench(Site site) {
        this.site = site;
        this.troubled = site.lines().getFirst();
        this.measured = site.lines().getLast();
    }

    /** What another account is going through. */
    private enum Trouble {
        NONE,
        DOWN,
        THROTTLED,
        SILENT
    }

    /**
     * @param lasts how long each kind of trouble lasts
     */
    public ApartReport run(Duration lasts, int busy)
            throws InterruptedException, ExecutionException {
        measure(Duration.ZERO, busy, 1);
        List<Long> well = during(Trouble.NONE, lasts, busy, 2);
        List<Long> down = during(Trouble.DOWN, lasts, busy, 3);
        List<Long> throttled = during(Trouble.THROTTLED, lasts, busy, 4);
        List<Long> silent = during(Trouble.SILENT, lasts, busy, 5);
        Settled.await(site, TO_SETTLE);
        return new ApartReport(
                troubled.account().ref(), measured.account().ref(), well, down, throttled, silent);
    }

    private List<Long> during(Trouble trouble, Duration lasts, int busy, int round)
            throws InterruptedException, ExecutionException {
        turn(trouble, true);
        Phone other = troubled.emulator().phone();
        for (int i = 0; i < CUSTOMERS; i++) {
            other.say("507" + (70_000_000 + round * 1000 + i), "¿A qué hora abren?");
        }
        try {
            return measure(lasts, busy, round);
        } finally {
            turn(trouble, false);
        }
    }

    private void turn(Trouble trouble, boolean on) {
        switch (trouble) {
            case NONE -> {}
            case DOWN -> troubled.emulator().outage(on);
            case THROTTLED -> dial(on, "throttle=1");
            case SILENT -> dial(on, "stall=1");
        }
    }

    private void dial(boolean on, String fault) {
        troubled.emulator().turn(FaultDial.OFF.with(on ? fault : ""));
    }

    private List<Long> measure(Duration lasts, int busy, int seed)
            throws InterruptedException, ExecutionException {
        long until = System.nanoTime() + lasts.toNanos();
        List<Long> nanos = new ArrayList<>();
        int round = 0;
        do {
            Crowd.patientFor(PATIENCE, measured.emulator().phone(), busy)
                    .ask(CUSTOMERS, 2, seed * 1000L + round++)
                    .forEach(asked -> nanos.addAll(asked.nanos()));
        } while (System.nanoTime() < until);
        return nanos;
    }
}
