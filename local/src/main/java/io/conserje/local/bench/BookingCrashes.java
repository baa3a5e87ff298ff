package io.conserje.local.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a process dies: at each step of each kind of call, in turn. Whose call it is, who comes
 * there first decides.
 */
final class BookingCrashes {

    /** What a customer is about to have done. */
    enum Doing {
        FIND,
        HOLD,
        CONFIRM,
        HOLD_ANOTHER,
        MOVE,
        CANCEL
    }

    enum Step {
        BEFORE_READ,
        /** What was read is forgotten; nothing was written. */
        BEFORE_WRITE,
        /** It was written, and nobody was told. */
        AFTER_WRITE
    }

    /** A process that is no more. What it was doing is done again by another. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash(Doing doing, Step step) {
            super(doing + " " + step);
        }
    }

    /** What a call dies of: once at most, or it would never be done. */
    final class Trap {
        private final Doing doing;
        private boolean sprung;

        private Trap(Doing doing) {
            this.doing = doing;
        }

        void at(Step step) {
            if (!sprung && isTurnOf(doing, step)) {
                sprung = true;
                throw new Crash(doing, step);
            }
        }
    }

    private final Map<Doing, Step> turns = new EnumMap<>(Doing.class);
    private final Map<String, AtomicInteger> sprung = new ConcurrentHashMap<>();

    Trap trap(Doing doing) {
        return new Trap(doing);
    }

    private synchronized boolean isTurnOf(Doing doing, Step step) {
        if (turns.getOrDefault(doing, Step.BEFORE_READ) != step) {
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
