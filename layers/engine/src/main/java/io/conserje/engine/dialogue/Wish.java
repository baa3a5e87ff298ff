package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Slot;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a customer has told of an appointment until now.
 *
 * @param services one once it is known which; several while the words fit several
 * @param whom with whom
 * @param time when
 * @param party how many people; 0 until told
 * @param chosen the free time that was decided on
 * @param waits whether to be told when a time is freed, in place of having one now
 */
public record Wish(
        List<String> services,
        Whom whom,
        Time time,
        int party,
        Optional<String> name,
        Optional<Slot> chosen,
        boolean waits) {

    /**
     * @param professionals one once it is known who; several while the words fit several; none when
     *     nobody was named
     * @param implied whether it is only the one of the appointment that is being changed
     * @param anyone whether it was said that it does not matter
     */
    public record Whom(List<String> professionals, boolean implied, boolean anyone) {
        static final Whom UNTOLD = new Whom(List.of(), false, false);
        static final Whom ANYONE = new Whom(List.of(), false, true);

        public Whom {
            professionals = List.copyOf(professionals);
        }

        Optional<String> one() {
            return professionals.size() == 1
                    ? Optional.of(professionals.getFirst())
                    : Optional.empty();
        }
    }

    /**
     * @param either the other day that may have been meant
     */
    public record Time(Optional<Days> days, Optional<LocalDate> either, Optional<Clock> clock) {
        static final Time UNTOLD = new Time(Optional.empty(), Optional.empty(), Optional.empty());

        Time on(Days these) {
            return new Time(Optional.of(these), Optional.empty(), clock);
        }

        Time onNoDay() {
            return new Time(Optional.empty(), Optional.empty(), clock);
        }

        Time orOn(LocalDate other) {
            return new Time(days, Optional.of(other), clock);
        }

        Time at(Optional<Clock> other) {
            return new Time(days, either, other);
        }
    }

    public Wish {
        services = List.copyOf(services);
    }

    static Wish nothing() {
        return new Wish(
                List.of(), Whom.UNTOLD, Time.UNTOLD, 0, Optional.empty(), Optional.empty(), false);
    }

    Optional<String> service() {
        return services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty();
    }

    int people() {
        return Math.max(1, party);
    }

    /** What is another appointment than before needs its time decided on again. */
    Wish with(List<String> these) {
        return new Wish(these, whom, time, party, name, chosenIf(these.equals(services)), waits);
    }

    Wish with(Whom other) {
        return new Wish(services, other, time, party, name, chosenIf(other.equals(whom)), waits);
    }

    Wish with(Time other) {
        return new Wish(services, whom, other, party, name, chosenIf(other.equals(time)), waits);
    }

    Wish with(int people) {
        return new Wish(services, whom, time, people, name, chosenIf(people == party), waits);
    }

    private Optional<Slot> chosenIf(boolean same) {
        return same ? chosen : Optional.empty();
    }

    Wish withName(String other) {
        return new Wish(services, whom, time, party, Optional.of(other), chosen, waits);
    }

    Wish withChosen(Optional<Slot> slot) {
        return new Wish(services, whom, time, party, name, slot, waits);
    }

    Wish withWaits(boolean line) {
        return new Wish(services, whom, time, party, name, chosen, line);
    }
}
