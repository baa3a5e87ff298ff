package io.conserje.local.project;

import io.conserje.engine.Bilingual;
import io.conserje.engine.booking.Holiday;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads on which days the business is closed, whatever the day of the week. */
final class HolidaysReader {
    private HolidaysReader() {}

    static List<Holiday> read(Fields root) {
        List<Holiday> holidays = new ArrayList<>();
        Set<Dates.Day> taken = new HashSet<>();
        for (Fields fields : root.each("holidays")) {
            fields.only("date", "name");
            Optional<Dates.Day> date = fields.value("date", Dates::day);
            Optional<Bilingual> name = fields.bilingual("name");
            date.filter(it -> !taken.add(it))
                    .ifPresent(it -> fields.faults().add(fields.at("date"), "stands twice"));
            if (date.isPresent() && name.isPresent()) {
                holidays.add(new Holiday(date.get().day(), date.get().year(), name.get()));
            }
        }
        return holidays;
    }
}
