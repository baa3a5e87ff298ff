package io.conserje.engine.booking;

import io.conserje.model.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when, at the business. */
public record SlotInWords(Language language, ZoneId zone) {

    /** "jueves 26 de noviembre", "Thursday, November 26". */
    public String day(LocalDate day) {
        return format(day, language == Language.ES ? "EEEE d 'de' MMMM" : "EEEE, MMMM d");
    }

    /** "17:00", "5:00 pm". */
    public String time(LocalTime time) {
        return language == Language.ES
                ? format(time, "H:mm")
                : format(time, "h:mm a").toLowerCase(Locale.ROOT);
    }

    /** "jueves 26 de noviembre a las 17:00", "Thursday, November 26 at 5:00 pm". */
    public String when(Instant start) {
        ZonedDateTime there = start.atZone(zone);
        String at = language == Language.EN ? " at " : there.getHour() == 1 ? " a la " : " a las ";
        return day(there.toLocalDate()) + at + time(there.toLocalTime());
    }

    private String format(java.time.temporal.TemporalAccessor what, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(what);
    }
}
