package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.dialogue.Wish.Whom;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What an option that was chosen makes of the wish. */
final class Picked {
    private final Floor floor;

    Picked(Floor floor) {
        this.floor = floor;
    }

    /** Without the service, which an option of long ago may not tell, only the hour is known. */
    Wish time(Wish wish, Pick.Time pick) {
        ZonedDateTime there = pick.start().atZone(floor.business().zone());
        Wish at =
                wish.withWaits(false)
                        .with(
                                wish.time()
                                        .on(Days.on(there.toLocalDate()))
                                        .at(Optional.of(new Clock.At(there.toLocalTime(), false))));
        Optional<Service> service = wish.service().flatMap(floor.appointments()::service);
        return service.map(it ->
                        at.withChosen(Optional.of(Slot.of(it, pick.professional(), pick.start()))))
                .orElse(at);
    }

    Wish day(Wish wish, Pick.Day pick) {
        return wish.with(wish.time().on(Days.on(pick.day())));
    }

    Wish hour(Wish wish, Pick.Hour pick) {
        return wish.with(wish.time().at(Optional.of(new Clock.At(pick.time(), false))));
    }

    Wish service(Wish wish, Pick.OfService pick) {
        return floor.appointments().service(pick.service()).isPresent()
                ? wish.with(List.of(pick.service()))
                : wish;
    }

    Wish professional(Wish wish, Pick.OfProfessional pick) {
        return floor.appointments().professional(pick.professional()).isPresent()
                ? wish.with(new Whom(List.of(pick.professional()), false, false))
                : wish;
    }

    Wish anyone(Wish wish, Pick.Anyone pick) {
        return wish.with(Whom.ANYONE);
    }

    Wish waits(Wish wish, Pick.WaitForIt pick) {
        return wish.withWaits(true);
    }

    Wish otherTimes(Wish wish, Pick.OtherTimes pick) {
        return others(wish, 0);
    }

    /**
     * Other times than those that were offered: later, earlier, or on another day.
     *
     * @param sooner as of {@code Reading#sooner}
     */
    Wish others(Wish wish, int sooner) {
        List<ZonedDateTime> offered =
                floor.offered().stream()
                        .flatMap(option -> Pick.parse(option.id()).stream())
                        .filter(Pick.Time.class::isInstance)
                        .map(pick -> ((Pick.Time) pick).start().atZone(floor.business().zone()))
                        .sorted()
                        .toList();
        List<ZonedDateTime> times =
                offered.isEmpty()
                        ? wish.chosen().stream()
                                .map(slot -> slot.start().atZone(floor.business().zone()))
                                .toList()
                        : offered;
        if (sooner == 0 || times.isEmpty()) {
            return wish.with(wish.time().at(Optional.empty()).onNoDay());
        }
        return wish.with(sooner > 0 ? after(wish, times) : before(wish, times));
    }

    private Wish.Time after(Wish wish, List<ZonedDateTime> times) {
        LocalDate last = times.getLast().toLocalDate();
        if (!last.equals(times.getFirst().toLocalDate())) {
            return wish.time().on(new Days(last, last.plusDays(13)));
        }
        LocalTime from = times.getLast().toLocalTime().plusMinutes(1);
        return wish.time()
                .on(Days.on(last))
                .at(Optional.of(new Clock.Between(from, LocalTime.MAX)));
    }

    private Wish.Time before(Wish wish, List<ZonedDateTime> times) {
        LocalDate first = times.getFirst().toLocalDate();
        LocalTime to = times.getFirst().toLocalTime();
        return to.equals(LocalTime.MIN)
                ? wish.time()
                : wish.time()
                        .on(Days.on(first))
                        .at(Optional.of(new Clock.Between(LocalTime.MIN, to)));
    }
}
