package io.conserje.local.project;

import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a business has to book, and holds its parts against each other. */
final class AppointmentsReader {
    private final Ids ids;
    private final Optional<OpeningHours> hours;
    private final Set<String> templates;

    /**
     * @param ids those that topics have, too
     * @param hours when the business is open; empty when that is at fault itself
     * @param templates those that the file's accounts have, as name/language
     */
    AppointmentsReader(Ids ids, Optional<OpeningHours> hours, Set<String> templates) {
        this.ids = ids;
        this.hours = hours;
        this.templates = templates;
    }

    Appointments read(Fields root) {
        ServicesReader reader = new ServicesReader(ids);
        List<Service> services = reader.read(root);
        int before = root.faults().count();
        ProfessionalsReader people = new ProfessionalsReader(hours, reader.places().keySet());
        List<Professional> professionals = people.read(root);
        BookingPolicy policy =
                new PolicyReader(templates).read(root).orElseGet(BookingPolicy::usual);
        Appointments all =
                new Appointments(services, professionals, HolidaysReader.read(root), policy);
        reader.places()
                .forEach((id, place) -> {
                    if (!people.done().contains(id)) {
                        root.faults()
                                .add(
                                        place,
                                        "nobody does it: name '"
                                                + id
                                                + "' among a professional's services");
                    }
                });
        if (root.faults().count() == before) {
            services.forEach(service -> requireRoom(all, service, reader.places(), root.faults()));
        }
        return all;
    }

    /** That it is not longer than anybody who does it is there at a stretch. */
    private static void requireRoom(
            Appointments all, Service service, Map<String, Place> places, Faults faults) {
        boolean fits =
                all.whoDo(service.id()).stream()
                        .flatMap(one -> one.schedule().week().values().stream())
                        .flatMap(List::stream)
                        .anyMatch(span -> length(span).compareTo(service.length()) >= 0);
        if (!fits) {
            faults.add(
                    places.getOrDefault(service.id(), Place.FILE).in("length"),
                    Lengths.told(service.length())
                            + " is longer than anybody who does it works without a break");
        }
    }

    private static Duration length(Span span) {
        return Duration.between(span.opens(), span.closes());
    }
}
