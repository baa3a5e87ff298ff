package io.conserje.local.eval;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Outgoing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A desk that replies what it is told to, in turn, whatever it hears. */
final class ScriptedDesk implements Desk {
    private record Turn(Reply reply, Asked asked) {}

    final List<String> heard = new ArrayList<>();
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private Asked asked = Asked.NOTHING;

    ScriptedDesk replies(String text, Asked asks, String... options) {
        List<Outgoing.Option> offered =
                List.of(options).stream().map(one -> new Outgoing.Option(one, one)).toList();
        turns.add(new Turn(new Reply(List.of(text), offered), asks));
        return this;
    }

    ScriptedDesk has(Booking booking) {
        bookings.add(booking);
        return this;
    }

    ScriptedDesk logged(LogEntry entry) {
        log.add(entry);
        return this;
    }

    @Override
    public Reply say(List<String> texts) {
        heard.addAll(texts);
        Turn turn = turns.remove();
        asked = turn.asked();
        return turn.reply();
    }

    @Override
    public Reply choose(Outgoing.Option option) {
        return say(List.of("[" + option.id() + "]"));
    }

    @Override
    public Asked asked() {
        return asked;
    }

    @Override
    public List<Booking> bookings() {
        return bookings;
    }

    @Override
    public List<LogEntry> log() {
        return log;
    }

    @Override
    public void advance(Duration by) {
        heard.add("... " + by);
    }
}
