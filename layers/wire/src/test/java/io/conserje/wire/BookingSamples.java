package io.conserje.wire;

import io.conserje.engine.Bilingual;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Holiday;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.engine.when.Doubt;
import io.conserje.model.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One value of every type that bookings are made of, with something in every field. */
final class BookingSamples {
    private static final Instant AT = Instant.parse("2026-03-11T15:30:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final BookingId ID = new BookingId("K7M3Q");
    private static final Service CLEANING =
            new Service(
                    "cleaning",
                    new Bilingual("Limpieza dental", "Dental cleaning"),
                    List.of("limpieza"),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    1,
                    Optional.of(new Bilingual("60 €", "€60")));
    private static final Slot SLOT =
            Slot.of(CLEANING, "ruiz", Instant.parse("2026-03-12T09:00:00Z"));
    private static final Holiday CHRISTMAS =
            new Holiday(
                    MonthDay.of(12, 25), Optional.of(2026), new Bilingual("Navidad", "Christmas"));

    private BookingSamples() {}

    static List<Clock> clocks() {
        return List.of(
                new Clock.At(LocalTime.of(5, 0), true),
                new Clock.Around(LocalTime.NOON, false),
                new Clock.Between(LocalTime.of(17, 30), LocalTime.MAX));
    }

    static List<Doubt> doubts() {
        return List.of(
                new Doubt.Impossible("31 de febrero"),
                new Doubt.Past(DAY),
                new Doubt.Either(DAY, DAY.plusDays(7)));
    }

    static List<Booking.State> states() {
        return List.of(
                new Booking.Held(AT, Optional.of(new BookingId("P2X9A"))),
                new Booking.Confirmed(AT),
                new Booking.Cancelled(AT),
                new Booking.Completed(AT),
                new Booking.NoShow(AT),
                new Booking.Released(AT, Booking.Why.EXPIRED));
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal.Taken(),
                new Refusal.Closed(),
                new Refusal.OnHoliday(CHRISTMAS),
                new Refusal.Past(),
                new Refusal.TooSoon(Duration.ofMinutes(90)),
                new Refusal.TooFarAhead(60),
                new Refusal.NotTheirs(),
                new Refusal.TooMany(8),
                new Refusal.TooManyOpen(3),
                new Refusal.Clashes(ID),
                new Refusal.HoldExpired(),
                new Refusal.TooLateToChange(Duration.ofHours(24), AT),
                new Refusal.NoSuchBooking());
    }

    static List<ToolResult> results() {
        return List.of(
                new ToolResult.Slots(List.of(SLOT), Optional.of(new Refusal.Closed())),
                new ToolResult.Bookings(List.of(booking(new Booking.Confirmed(AT)))),
                new ToolResult.Done(booking(new Booking.Held(AT, Optional.empty()))),
                new ToolResult.InLine(true),
                new ToolResult.Refused(new Refusal.OnHoliday(CHRISTMAS)));
    }

    static Booking booking(Booking.State state) {
        return new Booking(ID, Samples.PROJECT, 3, SLOT, 2, "Ana Núñez", customer(), state);
    }

    private static Customer customer() {
        return new Customer(
                Samples.ACCOUNT, Samples.ANA, Samples.arrival().conversation(), Language.ES);
    }

    static DaySheet sheet() {
        return new DaySheet(
                new DaySheet.Key("ruiz", DAY),
                7,
                List.of(
                        new DaySheet.Entry(ID, SLOT, 2, "customer-1", Optional.of(AT)),
                        new DaySheet.Entry(ID, SLOT, 1, "customer-2", Optional.empty())));
    }

    static Agenda agenda() {
        return new Agenda(
                "customer-1",
                4,
                List.of(new Agenda.Line(ID, SLOT.start(), SLOT.end(), Optional.of(AT))));
    }

    static LogEntry logEntry() {
        return new LogEntry(ID, 3, "moved", "operator:olga", AT, SLOT, "wamid.OTHER");
    }

    static Due due() {
        return new Due(AT, Due.Kind.HOLD_ENDS, ID, 3, SLOT);
    }

    static Waiting waiting(Clock clock) {
        return new Waiting(
                "w1",
                2,
                AT,
                "cleaning",
                Optional.of("ruiz"),
                new Days(DAY, DAY.plusDays(2)),
                Optional.of(clock),
                2,
                "Ana Núñez",
                customer(),
                Optional.of(ID));
    }

    static Appointments appointments() {
        return new Appointments(
                List.of(CLEANING), List.of(professional()), List.of(CHRISTMAS), policy());
    }

    private static Professional professional() {
        return new Professional(
                "ruiz",
                "Dra. Elena Ruiz",
                List.of("doctora"),
                Set.of("cleaning"),
                Set.of(Language.EN),
                new OpeningHours(
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(
                                        new OpeningHours.Span(
                                                LocalTime.of(9, 0), LocalTime.of(14, 0)),
                                        new OpeningHours.Span(
                                                LocalTime.of(16, 0), LocalTime.of(19, 30))))),
                List.of(new Professional.Absence(DAY, DAY.plusDays(14))));
    }

    private static BookingPolicy policy() {
        return new BookingPolicy(
                Duration.ofHours(1),
                Duration.ofHours(24),
                60,
                3,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                List.of(Duration.ofHours(24), Duration.ofHours(2)),
                Optional.of(new Bilingual("20 € de señal", "A deposit of €20")),
                Map.of("es", "cita_recordatorio"));
    }
}
