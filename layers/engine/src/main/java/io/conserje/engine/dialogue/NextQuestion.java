package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.dialogue.Wish.Whom;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked next of who wants an appointment, in the order of {@link #fill}. */
final class NextQuestion {
    private final Floor floor;
    private final Choices choices;
    private final Bookings bookings;
    private final Refusals refusals;

    NextQuestion(Floor floor) {
        this.floor = floor;
        this.choices = new Choices(floor);
        this.bookings = new Bookings(floor);
        this.refusals = new Refusals(floor);
    }

    /** The form after the question; empty when nothing is left to ask, which is said. */
    Optional<Form> ask(Form.WithWish form) {
        if (form.hold().isPresent() && form.wish().chosen().isPresent()) {
            return Optional.of(summarise(form, form.wish().chosen().get()));
        }
        return switch (form) {
            case Form.Book book -> tooMany(book) ? Optional.empty() : fill(book);
            case Form.Change change -> change(change);
        };
    }

    /** Said before anything is asked, and not after the last answer. */
    private boolean tooMany(Form.Book form) {
        int most = floor.appointments().policy().openBookings();
        if (form.wish().waits() || bookings.all().size() < most) {
            return false;
        }
        refusals.tell(new Refusal.TooManyOpen(most), form.wish());
        floor.ask(floor.phrase("too-late.person", Map.of()), List.of(choices.person()));
        return true;
    }

    private Optional<Form> change(Form.Change form) {
        List<Booking> all = bookings.all();
        if (all.isEmpty()) {
            floor.tell("bookings.none");
            return Optional.empty();
        }
        if (form.booking().isEmpty()) {
            return Optional.of(bookings.askWhich("change.which", all, form));
        }
        Optional<Booking> booking =
                all.stream().filter(one -> one.id().equals(form.booking().get())).findFirst();
        if (booking.isEmpty()) {
            floor.tell("refused.no-such-booking");
            return Optional.empty();
        }
        return bookings.isTooLate(booking.get())
                ? Optional.empty()
                : fill(form.with(bookings.onItsDay(booking.get(), form.wish()), form.hold()));
    }

    private Optional<Form> fill(Form.WithWish form) {
        Wish wish = form.wish();
        List<Service> all = floor.appointments().services();
        if (wish.services().isEmpty() && all.size() == 1) {
            wish = wish.with(List.of(all.getFirst().id()));
        }
        Optional<Service> service = wish.service().flatMap(floor.appointments()::service);
        if (service.isEmpty()) {
            return Optional.of(askService(form, wish));
        }
        wish = theirs(wish, service.get());
        if (wish.whom().professionals().size() > 1) {
            return Optional.of(askWhom(form, wish));
        }
        if (wish.people() > service.get().capacity()) {
            refusals.tell(new Refusal.TooMany(service.get().capacity()), wish);
            if (service.get().capacity() > 1) {
                floor.ask(floor.phrase("book.ask.party", Map.of()), List.of());
                return Optional.of(asked(form, wish.with(0), Asked.PARTY));
            }
            wish = wish.with(1);
        }
        return askTime(form, wish, service.get());
    }

    private Form askService(Form.WithWish form, Wish wish) {
        List<String> ids =
                wish.services().isEmpty()
                        ? floor.appointments().services().stream().map(Service::id).toList()
                        : wish.services();
        String question =
                wish.time()
                        .days()
                        .map(days ->
                                floor.phrase(
                                        "book.ask.service.days",
                                        Map.of("days", new FreeTimes(floor).inWords(days))))
                        .orElseGet(() -> floor.phrase("book.ask.service", Map.of()));
        floor.ask(question, choices.services(ids));
        return asked(form, wish, Asked.SERVICE);
    }

    /** Who does not do it cannot be asked for it. */
    private Wish theirs(Wish wish, Service service) {
        List<Professional> who = floor.appointments().whoDo(service.id());
        List<String> theirs =
                wish.whom().professionals().stream()
                        .filter(id -> who.stream().anyMatch(one -> one.id().equals(id)))
                        .toList();
        if (theirs.equals(wish.whom().professionals())) {
            return wish;
        }
        if (theirs.isEmpty() && !wish.whom().implied()) {
            refusals.tell(new Refusal.NotTheirs(), wish);
        }
        return wish.with(theirs.isEmpty() ? Whom.UNTOLD : new Whom(theirs, false, false));
    }

    private Form askWhom(Form.WithWish form, Wish wish) {
        List<Professional> who =
                wish.whom().professionals().stream()
                        .flatMap(id -> floor.appointments().professional(id).stream())
                        .toList();
        floor.ask(floor.phrase("book.ask.professional", Map.of()), choices.professionals(who));
        return asked(form, wish, Asked.PROFESSIONAL);
    }

    private Optional<Form> askTime(Form.WithWish form, Wish told, Service service) {
        if (told.time().either().isPresent() && told.time().days().isPresent()) {
            return Optional.of(askWhichDay(form, told));
        }
        Wish wish = told;
        List<LocalTime> halves = Halves.of(floor.business(), wish.time());
        if (halves.size() == 2) {
            floor.ask(floor.phrase("book.ask.half", Map.of()), choices.hours(halves));
            return Optional.of(asked(form, wish, Asked.CLOCK));
        }
        if (halves.size() == 1) {
            LocalTime time = halves.getFirst();
            boolean around = wish.time().clock().orElseThrow() instanceof Clock.Around;
            wish =
                    wish.with(
                            wish.time()
                                    .at(
                                            Optional.of(
                                                    around
                                                            ? new Clock.Around(time, false)
                                                            : new Clock.At(time, false))));
        }
        if (wish.waits()) {
            return wait(form, wish, service);
        }
        if (wish.chosen().isEmpty()) {
            FreeTimes.Found found = new FreeTimes(floor).find(wish, service);
            if (found.chosen().isEmpty()) {
                return Optional.of(asked(form, wish, found.asked()));
            }
            wish = wish.withChosen(found.chosen());
        }
        return Optional.of(askName(form, wish));
    }

    private Form askWhichDay(Form.WithWish form, Wish wish) {
        Days days = wish.time().days().orElseThrow();
        LocalDate other = wish.time().either().orElseThrow();
        floor.ask(
                floor.phrase("book.ask.which-day", Map.of()),
                choices.days(List.of(days.from(), other)));
        return asked(form, wish, Asked.DAY);
    }

    private Optional<Form> wait(Form.WithWish form, Wish told, Service service) {
        if (told.time().days().isEmpty()) {
            floor.ask(floor.phrase("wait.ask.day", Map.of()), List.of());
            return Optional.of(asked(form, told, Asked.DAY));
        }
        Wish wish = told.name().isEmpty() ? named(told) : told;
        if (wish.name().isEmpty()) {
            floor.ask(floor.phrase("book.ask.name", Map.of()), List.of());
            return Optional.of(asked(form, wish, Asked.NAME));
        }
        join(wish, service);
        return Optional.empty();
    }

    private void join(Wish wish, Service service) {
        ToolCall call =
                new ToolCall.JoinWaitList(
                        floor.cause(),
                        service.id(),
                        wish.whom().one(),
                        wish.time().days().orElseThrow(),
                        wish.time().clock(),
                        wish.people(),
                        wish.name().orElseThrow());
        switch (floor.call(call)) {
            case ToolResult.InLine line -> {
                floor.remember(wish.name().orElseThrow());
                floor.tell("wait.joined", Map.of("service", service.name().in(floor.language())));
            }
            case ToolResult.Refused(Refusal why) -> refusals.tell(why, wish);
            default -> throw new IllegalStateException("somebody waits or is refused");
        }
    }

    private Wish named(Wish wish) {
        return floor.customerName().map(wish::withName).orElse(wish);
    }

    private Form askName(Form.WithWish form, Wish told) {
        Wish wish = told.name().isEmpty() ? named(told) : told;
        if (wish.name().isEmpty()) {
            Map<String, String> slot = bookings.inWords(wish.chosen().orElseThrow());
            floor.ask(floor.phrase("book.ask.name-for", slot), List.of());
            return asked(form, wish, Asked.NAME);
        }
        return hold(form, wish, wish.chosen().orElseThrow());
    }

    private Form hold(Form.WithWish form, Wish wish, Slot slot) {
        ToolCall call =
                ToolCall.hold(
                        floor.cause(),
                        slot,
                        wish.people(),
                        wish.name().orElseThrow(),
                        form.replaces());
        return switch (floor.call(call)) {
            case ToolResult.Done(Booking held) ->
                    summarise(
                            form.with(
                                    wish.withChosen(Optional.of(held.slot())),
                                    Optional.of(held.id())),
                            held.slot());
            case ToolResult.Refused(Refusal why) -> refused(form, wish, why);
            default -> throw new IllegalStateException("a time is kept or refused");
        };
    }

    /** Somebody was quicker, or it cannot be had: the nearest others are offered in its place. */
    private Form refused(Form.WithWish form, Wish wish, Refusal why) {
        refusals.tell(why, wish);
        Wish open = wish.withChosen(Optional.empty());
        return switch (why) {
            case Refusal.TooManyOpen many -> {
                floor.ask(floor.phrase("too-late.person", Map.of()), List.of(choices.person()));
                yield asked(form, open, Asked.NOTHING);
            }
            default -> {
                Service service =
                        wish.service().flatMap(floor.appointments()::service).orElseThrow();
                Asked asked = new FreeTimes(floor).offer(open, service);
                yield asked(form, open, asked);
            }
        };
    }

    private Form summarise(Form.WithWish form, Slot slot) {
        Wish wish = form.wish();
        Map<String, String> names = new HashMap<>(bookings.inWords(slot));
        names.put("name", wish.name().orElse(""));
        StringBuilder text = new StringBuilder(floor.phrase("book.summary", names));
        if (wish.people() > 1) {
            text.append('\n')
                    .append(
                            floor.phrase(
                                    "book.summary.party",
                                    Map.of("n", Integer.toString(wish.people()))));
        }
        floor.appointments()
                .service(slot.service())
                .flatMap(Service::price)
                .ifPresent(price ->
                        text.append('\n')
                                .append(
                                        floor.phrase(
                                                "book.summary.price",
                                                Map.of("price", price.in(floor.language())))));
        floor.appointments()
                .policy()
                .deposit()
                .ifPresent(deposit -> text.append('\n').append(deposit.in(floor.language())));
        String sure = form instanceof Form.Change ? "change.sure" : "book.sure";
        floor.ask(text + "\n\n" + floor.phrase(sure, Map.of()), choices.yesOrNo());
        return form.asking(Asked.CONFIRMATION);
    }

    private static Form asked(Form.WithWish form, Wish wish, Asked what) {
        return form.with(wish, Optional.empty()).asking(what);
    }
}
