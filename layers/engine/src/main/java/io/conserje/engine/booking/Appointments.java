package io.conserje.engine.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a business has to book. */
public record Appointments(
        List<Service> services,
        List<Professional> professionals,
        List<Holiday> holidays,
        BookingPolicy policy) {
    public Appointments {
        services = List.copyOf(services);
        professionals = List.copyOf(professionals);
        holidays = List.copyOf(holidays);
    }

    public static Appointments none() {
        return new Appointments(List.of(), List.of(), List.of(), BookingPolicy.usual());
    }

    public boolean isNone() {
        return services.isEmpty();
    }

    public Optional<Service> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    public Optional<Professional> professional(String id) {
        return professionals.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Those who do it, in the order of the profile. */
    public List<Professional> whoDo(String service) {
        return professionals.stream().filter(one -> one.services().contains(service)).toList();
    }

    public Optional<Holiday> holidayOn(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.isOn(day)).findFirst();
    }
}
