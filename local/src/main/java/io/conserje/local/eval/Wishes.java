package io.conserje.local.eval;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.local.eval.Desk.Reply;
import io.conserje.local.eval.Dialogue.Act;
import io.conserje.local.eval.Dialogue.Line;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a dialogue's customer can answer, and what should come of it. */
record Wishes(Dialogue dialogue) {

    /** A time may be asked for as a day, as a clock, or as one of those offered. */
    Optional<Act> answerTo(Asked asked) {
        return switch (asked) {
            case NOTHING -> Optional.empty();
            case CHOICE -> first(Asked.CHOICE, Asked.CLOCK, Asked.DAY);
            case CLOCK -> first(Asked.CLOCK, Asked.CHOICE, Asked.DAY);
            case DAY -> first(Asked.DAY, Asked.CHOICE, Asked.CLOCK);
            case SERVICE, PROFESSIONAL, NAME, PARTY, CONFIRMATION -> first(asked);
        };
    }

    private Optional<Act> first(Asked... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> Optional.ofNullable(dialogue.answers().get(kind)).stream())
                .findFirst();
    }

    static List<String> unmet(Line line, Reply reply) {
        List<String> faults = new ArrayList<>(missing("the reply", line.expect(), reply));
        line.not().stream()
                .filter(phrase -> Phrases.isIn(reply.read(), phrase))
                .forEach(phrase -> faults.add("the reply has '" + phrase + "'"));
        return faults;
    }

    List<String> unmetAtTheEnd(Reply last, Optional<Reply> summary, Desk desk, int turns) {
        List<String> faults = new ArrayList<>();
        if (!dialogue.summary().isEmpty() && summary.isEmpty()) {
            faults.add("nothing was summed up");
        }
        summary.ifPresent(
                reply -> faults.addAll(missing("the summary", dialogue.summary(), reply)));
        faults.addAll(missing("the last reply", dialogue.lastReply(), last));
        faults.addAll(bookings(desk.bookings()));
        faults.addAll(log(desk.log()));
        if (turns > dialogue.turnsAtMost()) {
            faults.add(turns + " turns where " + dialogue.turnsAtMost() + " should do");
        }
        return faults;
    }

    private static List<String> missing(String where, List<String> phrases, Reply reply) {
        return phrases.stream()
                .filter(phrase -> !Phrases.isIn(reply.read(), phrase))
                .map(phrase -> where + " has no '" + phrase + "'")
                .toList();
    }

    private List<String> bookings(List<Booking> got) {
        List<Booking> left = new ArrayList<>(got);
        List<String> faults = new ArrayList<>();
        for (Dialogue.Expected wish : dialogue.bookings()) {
            left.stream()
                    .filter(booking -> isIt(wish, booking))
                    .findFirst()
                    .ifPresentOrElse(
                            left::remove, () -> faults.add("there is no booking like " + wish));
        }
        left.forEach(booking -> faults.add("there is a booking " + told(booking)));
        return faults;
    }

    private boolean isIt(Dialogue.Expected wish, Booking booking) {
        String start = start(booking);
        return booking.slot().service().equals(wish.service())
                && wish.professional().map(booking.slot().professional()::equals).orElse(true)
                && wish.starts().stream().anyMatch(start::startsWith)
                && booking.party() == wish.party()
                && wish.name().map(name -> Phrases.isIn(booking.name(), name)).orElse(true);
    }

    private String told(Booking booking) {
        return booking.slot().service()
                + " "
                + booking.slot().professional()
                + " "
                + start(booking)
                + " for "
                + booking.party()
                + ", "
                + booking.name();
    }

    private String start(Booking booking) {
        ZoneId zone = dialogue.opening().now().getZone();
        return booking.slot().start().atZone(zone).toLocalDateTime().toString();
    }

    private List<String> log(List<LogEntry> entries) {
        List<String> got = entries.stream().map(LogEntry::what).toList();
        Iterator<String> left = got.iterator();
        boolean inOrder = dialogue.log().stream().allMatch(what -> comes(what, left));
        return inOrder ? List.of() : List.of("the log is " + got + ", not " + dialogue.log());
    }

    private static boolean comes(String what, Iterator<String> left) {
        while (left.hasNext()) {
            if (left.next().equals(what)) {
                return true;
            }
        }
        return false;
    }
}
