package io.conserje.engine.when;

import java.time.LocalTime;

/** A part of the day: its hours, and which half of the day an hour in it belongs to. */
enum DayPart {
    AM(0, 12),
    PM(12, 24),
    DAWN(0, 6),
    MORNING(6, 12),
    EARLY_MORNING(6, 9),
    LATE_MORNING(10, 12),
    FIRST_THING(6, 10),
    NOON(12, 15),
    AFTERNOON(12, 18),
    EARLY_AFTERNOON(12, 15),
    MID_AFTERNOON(14, 16),
    LATE_AFTERNOON(16, 18),
    TARDE(12, 20),
    EVENING(17, 21),
    EARLY_EVENING(17, 19),
    LATE_EVENING(19, 21),
    NIGHT(20, 24),
    LATE(17, 24);

    private final int from;
    private final int to;

    DayPart(int from, int to) {
        this.from = from;
        this.to = to;
    }

    Clock.Between hours() {
        return new Clock.Between(
                LocalTime.of(from, 0), to == 24 ? LocalTime.MAX : LocalTime.of(to, 0));
    }

    boolean contains(DayPart other) {
        return from <= other.from && other.to <= to;
    }

    /** The hour of twenty-four for one that is said in this part of the day. */
    int hour(int said) {
        if (said > 12 || said == 0) {
            return said % 24;
        }
        return switch (this) {
            case AM, DAWN -> said % 12;
            // "Las 12 de la mañana" is noon.
            case MORNING, EARLY_MORNING, LATE_MORNING, FIRST_THING -> said;
            // The 11 before noon belongs to "mediodía" as well.
            case NOON -> said > 9 ? said : said + 12;
            case PM,
                    AFTERNOON,
                    EARLY_AFTERNOON,
                    MID_AFTERNOON,
                    LATE_AFTERNOON,
                    TARDE,
                    EVENING,
                    EARLY_EVENING,
                    LATE_EVENING,
                    LATE ->
                    said % 12 + 12;
            case NIGHT -> said == 12 ? 0 : said < 6 ? said : said + 12;
        };
    }
}
