package io.conserje.local.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a process dies: at each step of each kind of call, in turn. Whose call it is, who comes
 * there first decides; most calls pass.
 */
final class BookingCrashes {

    /** What a customer is about to have done. */
    enum Doing {
        FIND,
        HOLD,
        CONFIRM,
        HOLD_ANOTHER,
        MOVE,
        CANCEL,
        RELEASE
    }

    enum Step {
        BEFORE_READ,
        /** What was read is forgotten; nothing was written. */
        BEFORE_WRITE,
        /** It was written, and nobody was told. */
        AFTER_WRITE
    }

    /**
     * A process that is no more. No exception: a function would catch one, and put only its own
     * message back.
     */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash(Doing doing, Step step) {
            super(doing + " " + step);
        }
    }

    /** What a call dies of, once at most. */
    final class Trap {
        private final Doing doing;
        private boolean armed;

        private Trap(Doing doing, boolean armed) {
            this.doing = doing;
            this.armed = armed;
        }

        void at(Step step) {
            if (armed && isTurnOf(doing, step)) {
                armed = false;
                throw new Crash(doing, step);
            }
        }
    }

    private final int customers;
    private final Map<Doing, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<Doing, Step> turns = new EnumMap<>(Doing.class);
    private final Map<String, AtomicInteger> sprung = new ConcurrentHashMap<>();

    /**
     * @param customers how many there will be: the more, the rarer each of their calls dies
     */
    BookingCrashes(int customers) {
        this.customers = customers;
    }

    Trap trap(Doing doing) {
        int call = calls.computeIfAbsent(doing, it -> new AtomicInteger()).getAndIncrement();
        return new Trap(doing, call % every(doing) == 0);
    }

    /** A process takes down the turns of nine other customers with it. */
    private int every(Doing doing) {
        return switch (doing) {
            case FIND -> Math.max(10, customers / 4);
            case HOLD -> Math.max(5, customers / 100);
            case CONFIRM, HOLD_ANOTHER, MOVE, CANCEL, RELEASE -> 2;
        };
    }

    /** How often at one step: where all of them meet, they would never get through. */
    private int most() {
        return Math.max(2, customers / 100);
    }

    private synchronized boolean isTurnOf(Doing doing, Step step) {
        if (turns.getOrDefault(doing, Step.BEFORE_READ) != step || count(doing, step) >= most()) {
            return false;
        }
        turns.put(doing, next(doing, step));
        sprung.computeIfAbsent(name(doing, step), name -> new AtomicInteger()).incrementAndGet();
        return true;
    }

    private static Step next(Doing doing, Step step) {
        return doing == Doing.FIND ? step : Step.values()[(step.ordinal() + 1) % 3];
    }

    int count(Doing doing, Step step) {
        AtomicInteger count = sprung.get(name(doing, step));
        return count == null ? 0 : count.get();
    }

    private static String name(Doing doing, Step step) {
        return doing + " " + step;
    }
}
