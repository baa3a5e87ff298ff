package io.conserje.local.eval;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.understanding.Hearing;
import io.conserje.model.Outgoing;
import java.time.Duration;
import java.util.List;

/** A front desk that one customer converses with. */
public interface Desk {

    /** What is written in one go, answered together. */
    Reply say(List<String> texts);

    /** Taps an option. */
    Reply choose(Outgoing.Option option);

    /** What the last reply asked for. */
    Hearing.Asked asked();

    /** The customer's confirmed bookings, the earliest first. */
    List<Booking> bookings();

    /** What happened to every booking of the customer, the oldest first. */
    List<LogEntry> log();

    /** Lets time go by. */
    void advance(Duration by);

    /**
     * @param options what can be tapped
     */
    record Reply(List<String> texts, List<Outgoing.Option> options) {
        public Reply {
            texts = List.copyOf(texts);
            options = List.copyOf(options);
        }

        /** All that the customer can read of it. */
        String read() {
            return String.join("\n", texts)
                    + String.join("", options.stream().map(one -> "\n" + one.title()).toList());
        }
    }
}
