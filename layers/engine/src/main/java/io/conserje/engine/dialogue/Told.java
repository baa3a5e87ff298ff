package io.conserje.engine.dialogue;

import io.conserje.engine.dialogue.Wish.Time;
import io.conserje.engine.dialogue.Wish.Whom;
import io.conserje.engine.understanding.Reading;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.engine.when.Doubt;
import io.conserje.engine.when.Mention;
import io.conserje.engine.when.Mention.Role;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds what a text tells to what was told before. The later word counts. */
final class Told {
    private final Floor floor;

    Told(Floor floor) {
        this.floor = floor;
    }

    /** Whether it tells anything of an appointment. */
    static boolean isNews(Reading reading) {
        return !reading.services().isEmpty()
                || !reading.professionals().isEmpty()
                || !reading.strangers().isEmpty()
                || reading.anyone()
                || !reading.times().isEmpty()
                || reading.party().isPresent()
                || reading.name().isPresent();
    }

    boolean movesFrom(Reading reading) {
        return reading.times().stream().anyMatch(time -> time.role() == Role.FROM);
    }

    Wish add(Wish wish, Reading reading) {
        Wish now = reading.services().isEmpty() ? wish : wish.with(reading.services());
        now = whom(now, reading);
        now = reading.party().isPresent() ? now.with(reading.party().getAsInt()) : now;
        now = reading.name().map(now::withName).orElse(now);
        return now.with(time(now, reading.times()));
    }

    /** What a change is to, without what only says which appointment it is about. */
    Wish without(Wish wish, Reading reading) {
        boolean from = movesFrom(reading);
        Wish now = wish.with(time(wish, reading.times()));
        // "Change my cleaning" names the appointment. "To a whitening" cannot be told from it: only
        // times have a role.
        return from || reading.professionals().isEmpty() ? now : whom(now, reading);
    }

    private Wish whom(Wish wish, Reading reading) {
        reading.strangers()
                .forEach(name -> floor.tell("book.no-such-professional", Map.of("name", name)));
        if (!reading.professionals().isEmpty()) {
            return wish.with(new Whom(reading.professionals(), false, false));
        }
        return reading.anyone() ? wish.with(Whom.ANYONE) : wish;
    }

    private Time time(Wish wish, List<Mention> mentions) {
        Time time = wish.time();
        List<Mention> wanted = wanted(mentions);
        for (Mention mention : mentions) {
            if (mention.role() == Role.NOT && mention.days().equals(time.days())) {
                time = time.onNoDay();
            }
        }
        boolean dayTold = false;
        for (Mention mention : wanted) {
            if (mention.doubt().isPresent() && !(mention.doubt().get() instanceof Doubt.Either)) {
                tell(mention.doubt().get());
                time =
                        mention.days().isPresent() || mention.clock().isEmpty()
                                ? time.onNoDay()
                                : time;
                dayTold = true;
                continue;
            }
            if (mention.days().isPresent()) {
                time = isWheneverYouCan(mention) ? time.at(Optional.empty()) : time;
                time = days(time, mention, dayTold);
                dayTold = true;
            }
            time = mention.clock().isPresent() ? time.at(halved(time, mention)) : time;
        }
        return kept(wish, time, wanted);
    }

    /** "In the evening" tells which eight o'clock was meant. */
    private static Optional<Clock> halved(Time time, Mention mention) {
        if (time.clock().orElse(null) instanceof Clock.At(LocalTime at, boolean unsaid)
                && unsaid
                && mention.clock().orElse(null) instanceof Clock.Between(var from, var to)) {
            return Stream.of(at, at.plusHours(12))
                    .filter(one -> !one.isBefore(from) && !one.isAfter(to))
                    .map(one -> (Clock) new Clock.At(one, false))
                    .findFirst()
                    .or(mention::clock);
        }
        return mention.clock();
    }

    /** "As soon as possible" asks for no hour any more. */
    private static boolean isWheneverYouCan(Mention mention) {
        Days days = mention.days().orElseThrow();
        return mention.clock().isEmpty() && !days.from().plusDays(13).isAfter(days.to());
    }

    /** "To Friday" before "on Friday" before nothing. */
    private static List<Mention> wanted(List<Mention> mentions) {
        List<Mention> to = mentions.stream().filter(one -> one.role() == Role.TO).toList();
        return to.isEmpty() ? mentions.stream().filter(one -> one.role() == Role.AT).toList() : to;
    }

    private static Time days(Time time, Mention mention, boolean second) {
        Days these = mention.days().orElseThrow();
        if (second && time.days().isPresent()) {
            Days first = time.days().get();
            Days both =
                    new Days(
                            first.from().isBefore(these.from()) ? first.from() : these.from(),
                            first.to().isAfter(these.to()) ? first.to() : these.to());
            return time.on(both);
        }
        Time on = time.on(these);
        return mention.doubt().orElse(null) instanceof Doubt.Either(var one, var other)
                ? on.orOn(these.contains(one) ? other : one)
                : on;
    }

    /** "Better on Friday" keeps the hour that was decided on, "better at six" the day. */
    private Time kept(Wish wish, Time time, List<Mention> wanted) {
        if (wish.chosen().isEmpty() || time.equals(wish.time())) {
            return time;
        }
        ZonedDateTime chosen = wish.chosen().get().start().atZone(floor.business().zone());
        boolean day = wanted.stream().anyMatch(one -> one.days().isPresent());
        boolean clock = wanted.stream().anyMatch(one -> one.clock().isPresent());
        if (clock && !day) {
            return time.on(Days.on(chosen.toLocalDate()));
        }
        if (day && !clock) {
            return time.at(Optional.of(new Clock.At(chosen.toLocalTime(), false)));
        }
        return time;
    }

    private void tell(Doubt doubt) {
        switch (doubt) {
            case Doubt.Impossible(String said) ->
                    floor.tell("book.no-such-day", Map.of("said", said));
            case Doubt.Past(var day) ->
                    floor.tell("book.day-past", Map.of("day", floor.words().day(day)));
            case Doubt.Either either -> {}
        }
    }
}
