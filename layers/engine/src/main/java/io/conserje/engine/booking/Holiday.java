package io.conserje.engine.booking;

import io.conserje.engine.Bilingual;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A day on which the business is closed.
 *
 * @param year empty when it comes back each year
 */
public record Holiday(MonthDay day, Optional<Integer> year, Bilingual name) {
    public boolean isOn(LocalDate date) {
        return MonthDay.from(date).equals(day) && year.filter(it -> it != date.getYear()).isEmpty();
    }
}
