package io.conserje.engine.when;

import java.time.LocalDate;

/** A day, or a run of days; both ends belong to it. */
public record Days(LocalDate from, LocalDate to) {
    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("days end " + to + " before they begin " + from);
        }
    }

    public static Days on(LocalDate day) {
        return new Days(day, day);
    }

    public boolean isOne() {
        return from.equals(to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
