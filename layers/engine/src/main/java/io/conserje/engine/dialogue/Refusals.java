package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.when.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says kindly why something cannot be had. */
final class Refusals {
    private final Floor floor;

    Refusals(Floor floor) {
        this.floor = floor;
    }

    void tell(Refusal why, Wish wish) {
        switch (why) {
            case Refusal.Taken taken -> floor.tell("refused.taken");
            case Refusal.Closed closed -> closed(wish);
            case Refusal.OnHoliday(var holiday) ->
                    floor.tell(
                            "refused.holiday", Map.of("name", holiday.name().in(floor.language())));
            case Refusal.Past past -> floor.tell("refused.past");
            case Refusal.TooSoon(Duration notice) ->
                    floor.tell("refused.too-soon", Map.of("notice", length(notice)));
            case Refusal.TooFarAhead(int days) ->
                    floor.tell("refused.too-far", Map.of("days", Integer.toString(days)));
            case Refusal.NotTheirs theirs -> notTheirs(wish);
            case Refusal.TooMany(int capacity) ->
                    floor.tell(
                            capacity == 1 ? "refused.one-each" : "refused.too-many",
                            Map.of("most", Integer.toString(capacity)));
            case Refusal.TooManyOpen(int most) ->
                    floor.tell("refused.too-many-open", Map.of("most", Integer.toString(most)));
            case Refusal.Clashes clashes -> floor.tell("refused.clashes");
            case Refusal.HoldExpired expired -> floor.tell("refused.expired");
            case Refusal.TooLateToChange(Duration notice, var start) ->
                    floor.tell(
                            "refused.too-late",
                            Map.of("notice", length(notice), "when", floor.words().when(start)));
            case Refusal.NoSuchBooking none -> floor.tell("refused.no-such-booking");
        }
    }

    /** Whether it is the day or the hour, and the business or the person. */
    private void closed(Wish wish) {
        Optional<LocalDate> day = wish.time().days().filter(Days::isOne).map(Days::from);
        if (day.isEmpty()) {
            floor.tell("refused.closed");
            return;
        }
        Map<String, String> names = new HashMap<>(Map.of("day", floor.words().day(day.get())));
        if (floor.business().hours().on(day.get().getDayOfWeek()).isEmpty()) {
            floor.tell("refused.closed-day", names);
            return;
        }
        Optional<String> who =
                wish.whom()
                        .one()
                        .flatMap(floor.appointments()::professional)
                        .map(Professional::name);
        who.ifPresent(name -> names.put("name", name));
        String key = who.isPresent() ? "refused.closed-theirs" : "refused.closed-then";
        floor.tell(wish.time().clock().isPresent() ? key : key + ".day", names);
    }

    private void notTheirs(Wish wish) {
        String service =
                wish.service()
                        .flatMap(floor.appointments()::service)
                        .map(it -> it.name().in(floor.language()))
                        .orElse("");
        String name =
                wish.whom()
                        .one()
                        .flatMap(floor.appointments()::professional)
                        .map(Professional::name)
                        .orElse("");
        List<String> others =
                floor.appointments().whoDo(wish.service().orElse("")).stream()
                        .map(Professional::name)
                        .toList();
        floor.tell(
                "refused.not-theirs",
                Map.of(
                        "name",
                        name,
                        "service",
                        service,
                        "others",
                        Choices.and(others, floor.phrase("and", Map.of()))));
    }

    /** "24 horas", "30 minutos". */
    String length(Duration length) {
        boolean hours = length.toMinutes() % 60 == 0;
        long n = hours ? length.toHours() : length.toMinutes();
        String unit = hours ? (n == 1 ? "hour" : "hours") : n == 1 ? "minute" : "minutes";
        return floor.phrase("length." + unit, Map.of("n", Long.toString(n)));
    }
}
