package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.dialogue.Wish.Whom;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.engine.when.Mention;
import io.conserje.model.Outgoing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The appointments that a customer has: told, found by what is said of them, moved and cancelled.
 */
final class Bookings {
    private final Floor floor;

    Bookings(Floor floor) {
        this.floor = floor;
    }

    List<Booking> all() {
        return switch (floor.call(new ToolCall.ListBookings())) {
            case ToolResult.Bookings(List<Booking> bookings) -> bookings;
            default -> throw new IllegalStateException("a list was asked for");
        };
    }

    private Optional<Booking> find(BookingId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Which one is meant: the only one, or the only one that fits what was said. */
    Optional<BookingId> meant(Reading reading) {
        List<Booking> all = all();
        if (all.size() < 2) {
            return all.stream().map(Booking::id).findFirst();
        }
        List<Booking> left = fitting(all, one -> isOn(reading, one, Mention.Role.FROM));
        left = fitting(left, one -> reading.services().contains(one.slot().service()));
        left = fitting(left, one -> reading.professionals().contains(one.slot().professional()));
        left = left.size() > 1 ? fitting(left, one -> isOn(reading, one, Mention.Role.AT)) : left;
        left = reading.ordinal().isPresent() ? nth(left, reading.ordinal().getAsInt()) : left;
        return left.size() == 1 ? Optional.of(left.getFirst().id()) : Optional.empty();
    }

    /** What is said of none of them is said of something else. */
    private static List<Booking> fitting(List<Booking> all, Predicate<Booking> fits) {
        List<Booking> some = all.stream().filter(fits).toList();
        return some.isEmpty() ? all : some;
    }

    private static List<Booking> nth(List<Booking> all, int n) {
        int at = n > 0 ? n - 1 : all.size() + n;
        return at >= 0 && at < all.size() ? List.of(all.get(at)) : all;
    }

    private boolean isOn(Reading reading, Booking booking, Mention.Role role) {
        LocalDate day = booking.slot().start().atZone(floor.business().zone()).toLocalDate();
        return reading.times().stream()
                .filter(time -> time.role() == role)
                .anyMatch(time -> time.days().filter(days -> days.contains(day)).isPresent());
    }

    /**
     * The form in which an appointment is changed: all stays as it is until the customer says
     * otherwise.
     */
    Optional<Form.Change> begin(Wish told, BookingId id) {
        return find(id).map(booking -> {
            Wish wish =
                    new Wish(
                            List.of(booking.slot().service()),
                            told.whom().professionals().isEmpty()
                                    ? new Whom(List.of(booking.slot().professional()), true, false)
                                    : told.whom(),
                            told.time(),
                            booking.party(),
                            Optional.of(booking.name()),
                            Optional.empty(),
                            false);
            return new Form.Change(Optional.of(id), wish, Optional.empty(), Asked.DAY);
        });
    }

    /** The form for whichever is changed; empty of all but that while it is not known which. */
    Form.Change change(Optional<BookingId> booking) {
        return booking.flatMap(id -> begin(Wish.nothing(), id))
                .orElseGet(() ->
                        new Form.Change(booking, Wish.nothing(), Optional.empty(), Asked.DAY));
    }

    /** "And another for Pedro at noon": what is not told is as with the one that they have. */
    Wish like(Wish wish) {
        List<Booking> all = all();
        if (all.size() != 1 || !wish.services().isEmpty()) {
            return wish;
        }
        Slot slot = all.getFirst().slot();
        Days day = Days.on(slot.start().atZone(floor.business().zone()).toLocalDate());
        Wish same = wish.with(List.of(slot.service()));
        return same.time().days().isEmpty() ? same.with(same.time().on(day)) : same;
    }

    /** With the time that the appointment has, as what "later" is later than. */
    Wish asItIs(Optional<BookingId> booking, Wish wish) {
        return wish.withChosen(booking.flatMap(this::find).map(Booking::slot));
    }

    /** On the day of the appointment, when it is only to be at another hour. */
    Wish onItsDay(Booking booking, Wish wish) {
        boolean hour = wish.time().clock().isPresent() && wish.time().days().isEmpty();
        LocalDate day = booking.slot().start().atZone(floor.business().zone()).toLocalDate();
        return hour ? wish.with(wish.time().on(Days.on(day))) : wish;
    }

    /** At the hour of the appointment itself: "el martes a la misma hora". */
    Wish atItsTime(Optional<BookingId> booking, Wish wish) {
        return booking.flatMap(this::find)
                .map(it -> it.slot().start().atZone(floor.business().zone()).toLocalTime())
                .map(time -> wish.with(wish.time().at(Optional.of(new Clock.At(time, false)))))
                .orElse(wish);
    }

    void tell() {
        List<Booking> all = all();
        if (all.isEmpty()) {
            floor.tell("bookings.none");
            return;
        }
        floor.tell(
                "bookings",
                Map.of("list", all.stream().map(this::line).collect(Collectors.joining("\n"))));
    }

    private String line(Booking booking) {
        return "• " + floor.phrase("bookings.line", names(booking.slot(), booking.name(), booking));
    }

    private Map<String, String> names(Slot slot, String name, Booking booking) {
        Map<String, String> names = new HashMap<>(inWords(slot));
        names.put("name", name);
        names.put("code", booking.id().value());
        return names;
    }

    Map<String, String> inWords(Slot slot) {
        return Map.of(
                "service",
                floor.appointments()
                        .service(slot.service())
                        .map(it -> it.name().in(floor.language()))
                        .orElse(slot.service()),
                "professional",
                floor.appointments()
                        .professional(slot.professional())
                        .map(Professional::name)
                        .orElse(slot.professional()),
                "when",
                floor.words().when(slot.start()));
    }

    void tellDone(Booking booking, boolean moved) {
        floor.tell(
                moved ? "book.moved" : "book.done", names(booking.slot(), booking.name(), booking));
    }

    void assure(BookingId id) {
        switch (floor.call(new ToolCall.Assure(floor.cause(), id))) {
            case ToolResult.Done(Booking booking) ->
                    floor.tell("assured", names(booking.slot(), booking.name(), booking));
            case ToolResult.Refused(Refusal why) -> refuse(why);
            default -> throw new IllegalStateException("it is done or refused");
        }
    }

    void takeOffer(BookingId hold) {
        switch (floor.call(new ToolCall.Confirm(floor.cause(), hold))) {
            case ToolResult.Done(Booking booking) -> tellDone(booking, false);
            case ToolResult.Refused(Refusal.HoldExpired why) -> floor.tell("offer.late");
            case ToolResult.Refused(Refusal why) -> refuse(why);
            default -> throw new IllegalStateException("it is done or refused");
        }
    }

    void leaveOffer(BookingId hold) {
        floor.call(new ToolCall.Release(floor.cause(), hold));
        floor.tell("offer.left");
    }

    void cancel(BookingId id) {
        switch (floor.call(new ToolCall.Cancel(floor.cause(), id))) {
            case ToolResult.Done(Booking booking) ->
                    floor.tell("cancel.done", names(booking.slot(), booking.name(), booking));
            case ToolResult.Refused(Refusal why) -> refuse(why);
            default -> throw new IllegalStateException("it is done or refused");
        }
    }

    private void refuse(Refusal why) {
        new Refusals(floor).tell(why, Wish.nothing());
        if (why instanceof Refusal.TooLateToChange) {
            floor.ask(
                    floor.phrase("too-late.person", Map.of()),
                    List.of(new Choices(floor).person()));
        }
    }

    /** It is too late for the customer to do it alone, and a person is offered. */
    boolean isTooLate(Booking booking) {
        Duration notice = floor.appointments().policy().noticeToCancel();
        if (!floor.now().isAfter(booking.slot().start().minus(notice))) {
            return false;
        }
        refuse(new Refusal.TooLateToChange(notice, booking.slot().start()));
        return true;
    }

    /** Empty when there is nothing to cancel, which is said. */
    Optional<Form> askCancel(Form.Cancel form) {
        List<Booking> all = all();
        if (all.isEmpty()) {
            floor.tell("bookings.none");
            return Optional.empty();
        }
        Optional<Booking> booking =
                form.booking()
                        .flatMap(id -> all.stream().filter(it -> it.id().equals(id)).findFirst());
        if (form.booking().isPresent() && booking.isEmpty()) {
            floor.tell("refused.no-such-booking");
            return Optional.empty();
        }
        if (booking.isEmpty()) {
            return Optional.of(askWhich("cancel.which", all, form));
        }
        if (isTooLate(booking.get())) {
            return Optional.empty();
        }
        floor.ask(
                floor.phrase(
                        "cancel.sure",
                        names(booking.get().slot(), booking.get().name(), booking.get())),
                new Choices(floor).yesOrNo());
        return Optional.of(form.asking(Asked.CONFIRMATION));
    }

    Form askWhich(String question, List<Booking> all, Form form) {
        List<Outgoing.Option> options = new ArrayList<>(new Choices(floor).bookings(all));
        String lines = all.stream().map(this::line).collect(Collectors.joining("\n"));
        floor.ask(floor.phrase(question, Map.of("list", lines)), options);
        return form.asking(Asked.CHOICE);
    }
}
