package io.conserje.engine.booking;

import io.conserje.engine.OpeningHours;
import io.conserje.model.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Somebody who can be booked.
 *
 * @param name as customers read it, titled: "Dra. Elena Ruiz"
 * @param words further words that mean this person
 * @param services ids of what they do
 * @param languages those they attend in
 * @param schedule when they work; a gap between two spans of a day is a break
 * @param away when they do not, whatever the schedule says
 */
public record Professional(
        String id,
        String name,
        List<String> words,
        Set<String> services,
        Set<Language> languages,
        OpeningHours schedule,
        List<Absence> away) {

    /** Both days belong to it. */
    public record Absence(LocalDate from, LocalDate to) {
        public Absence {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "an absence ends " + to + " before it begins " + from);
            }
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public Professional {
        words = List.copyOf(words);
        services = Set.copyOf(services);
        languages = Set.copyOf(languages);
        away = List.copyOf(away);
    }
}
