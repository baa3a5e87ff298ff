package io.conserje.testkit.contract;

import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What is kept of a cleaning that Ana books, piece by piece. */
final class BookedByAna {
    static final Instant NOW = Messages.MORNING;
    static final Instant START = Messages.atTheClinic("2026-03-12T09:00");
    static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    static final DaySheet.Key SHEET = new DaySheet.Key("ruiz", DAY);
    static final Slot SLOT =
            new Slot(
                    "cleaning",
                    "ruiz",
                    START,
                    START.plus(Duration.ofMinutes(30)),
                    START.plus(Duration.ofMinutes(45)));
    static final Customer ANA =
            new Customer(Businesses.ACCOUNT, Arrivals.ANA, Talk.withAna().id(), Language.ES);
    static final String HERS = Agenda.customer(ANA);
    static final BookingId ID = new BookingId("K7M3Q");
    static final Cause CAUSE = cause("wamid.1", 0);

    private BookedByAna() {}

    static Cause cause(String message, int ordinal) {
        return new Cause(new MessageId(message), ordinal);
    }

    static Booking held() {
        return booking(ID, 1, new Booking.Held(NOW.plusSeconds(600), Optional.empty()));
    }

    static Booking booking(BookingId id, long fence, Booking.State state) {
        return new Booking(id, Businesses.CLINIC, fence, SLOT, 1, "Ana", ANA, state);
    }

    static DaySheet sheet(long version, BookingId... bookings) {
        return new DaySheet(
                SHEET,
                version,
                List.of(bookings).stream()
                        .map(id -> new DaySheet.Entry(id, SLOT, 1, HERS, Optional.of(NOW)))
                        .toList());
    }

    static Agenda agenda(long version, BookingId... bookings) {
        return new Agenda(
                HERS,
                version,
                List.of(bookings).stream()
                        .map(id -> new Agenda.Line(id, START, SLOT.end(), Optional.empty()))
                        .toList());
    }

    static LogEntry logged(long fence, String what) {
        return new LogEntry(ID, fence, what, "customer", NOW, SLOT, "wamid.1");
    }

    static Due due(Due.Kind kind, Instant at) {
        return new Due(at, kind, ID, 1, SLOT);
    }

    static Waiting waiting(String id, long version, Instant since) {
        return new Waiting(
                id,
                version,
                since,
                "cleaning",
                Optional.empty(),
                Days.on(DAY),
                Optional.of(new Clock.At(LocalTime.of(9, 0), false)),
                1,
                "Ana",
                ANA,
                Optional.empty());
    }
}
