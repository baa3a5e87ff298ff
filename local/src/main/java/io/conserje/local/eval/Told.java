package io.conserje.local.eval;

import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.engine.when.Doubt;
import io.conserje.engine.when.Mention;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When, as the sets write it: {@code 2026-12-03..2026-12-07}, {@code ~12:00}, {@code either}; a
 * {@code -} for what is not told.
 */
record Told(String days, String clock, String doubt) {
    static final String NOTHING = "-";

    /** What the mentions say together. */
    static Told of(List<Mention> mentions) {
        Optional<Doubt> doubt = mentions.stream().flatMap(one -> one.doubt().stream()).findFirst();
        Optional<Days> days = mentions.stream().flatMap(one -> one.days().stream()).findFirst();
        Optional<Clock> clock = mentions.stream().flatMap(one -> one.clock().stream()).findFirst();
        return new Told(
                days.or(() -> doubt.flatMap(Told::gone)).map(Told::written).orElse(NOTHING),
                clock.map(Told::written).orElse(NOTHING),
                doubt.map(Told::kind).orElse(NOTHING));
    }

    @Override
    public String toString() {
        return days + " " + clock + " " + doubt;
    }

    private static Optional<Days> gone(Doubt doubt) {
        return doubt instanceof Doubt.Past past
                ? Optional.of(Days.on(past.day()))
                : Optional.empty();
    }

    private static String written(Days days) {
        return days.isOne() ? days.from().toString() : days.from() + ".." + days.to();
    }

    private static String written(Clock clock) {
        return switch (clock) {
            case Clock.At at -> at.time() + (at.halfUnsaid() ? "?" : "");
            case Clock.Around around -> "~" + around.time() + (around.halfUnsaid() ? "?" : "");
            case Clock.Between between -> between.from() + "-" + end(between.to());
        };
    }

    private static String end(LocalTime time) {
        return time.equals(LocalTime.MAX) ? "24:00" : time.toString();
    }

    private static String kind(Doubt doubt) {
        return switch (doubt) {
            case Doubt.Impossible impossible -> "impossible";
            case Doubt.Past past -> "past";
            case Doubt.Either either -> "either";
        };
    }
}
