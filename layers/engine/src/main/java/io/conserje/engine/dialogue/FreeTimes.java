package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.dialogue.Wish.Whom;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.model.Outgoing.Option;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for free times, takes the one that is wished for when it is there, and offers the nearest
 * when it is not.
 */
final class FreeTimes {
    private static final int OFFERED = 5;

    /** Enough to spread the offer over the day. */
    private static final int LOOKED_AT = 40;

    private final Floor floor;
    private final Choices choices;

    FreeTimes(Floor floor) {
        this.floor = floor;
        this.choices = new Choices(floor);
    }

    /**
     * @param chosen the time that was wished for
     * @param asked what was asked where there was none
     */
    record Found(Optional<Slot> chosen, Asked asked) {}

    Found find(Wish wish, Service service) {
        Optional<Days> days = wish.time().days();
        if (days.isEmpty()) {
            return new Found(Optional.empty(), askDay(wish, service));
        }
        ToolResult.Slots found = look(wish, service, days.get(), wish.time().clock());
        List<Slot> within = within(found.slots(), days.get());
        List<Slot> exact =
                within.stream().filter(slot -> isExact(slot, wish.time().clock())).toList();
        if (exact.size() == 1 || (!exact.isEmpty() && days.get().isOne())) {
            return new Found(Optional.of(exact.getFirst()), Asked.NOTHING);
        }
        return new Found(
                Optional.empty(), offer(wish, days.get(), found, exact.isEmpty() ? within : exact));
    }

    /** The nearest to the wish, after the time itself was refused. */
    Asked offer(Wish wish, Service service) {
        Optional<Days> days = wish.time().days();
        if (days.isEmpty()) {
            return askDay(wish, service);
        }
        ToolResult.Slots found = look(wish, service, days.get(), wish.time().clock());
        return offer(wish, days.get(), found, within(found.slots(), days.get()));
    }

    private Asked askDay(Wish wish, Service service) {
        Days ahead =
                new Days(
                        floor.today(),
                        floor.today().plusDays(floor.appointments().policy().daysAhead()));
        List<Slot> next = look(wish, service, ahead, wish.time().clock(), OFFERED - 1).slots();
        String name = service.name().in(floor.language());
        if (next.isEmpty()) {
            floor.ask(floor.phrase("book.none-at-all", Map.of("service", name)), none());
            return Asked.DAY;
        }
        List<LocalDate> on =
                next.stream().map(slot -> there(slot).toLocalDate()).distinct().toList();
        Map<String, String> names =
                Map.of("service", name, "day", floor.words().day(on.getFirst()));
        floor.ask(
                floor.phrase(on.size() == 1 ? "book.ask.day" : "book.ask.day.days", names),
                choices.times(Choices.inOrder(next)));
        return Asked.DAY;
    }

    private List<Option> none() {
        return List.of(choices.waitForIt(), choices.person());
    }

    private Asked offer(Wish wish, Days days, ToolResult.Slots found, List<Slot> within) {
        if (!within.isEmpty()) {
            boolean missed =
                    wish.time().clock().filter(Clock.At.class::isInstance).isPresent()
                            && within.stream()
                                    .noneMatch(slot -> isExact(slot, wish.time().clock()));
            boolean closed = missed && isClosed(wish.time().clock(), days);
            if (closed) {
                floor.tell("refused.closed");
            }
            ask(
                    missed && !closed ? "book.not-then" : "book.offer",
                    wish,
                    some(within, wish.time().clock()),
                    Optional.of(days),
                    false);
            return Asked.CLOCK;
        }
        found.why()
                .ifPresentOrElse(
                        why -> new Refusals(floor).tell(why, wish),
                        () -> floor.tell("book.full", Map.of("days", inWords(days))));
        if (found.slots().isEmpty()) {
            floor.ask(floor.phrase("book.nothing-near", Map.of()), none());
            return Asked.DAY;
        }
        ask(
                "book.nearest",
                wish,
                some(found.slots(), Optional.empty()),
                Optional.empty(),
                found.why().isEmpty());
        return Asked.CLOCK;
    }

    private void ask(String key, Wish wish, List<Slot> slots, Optional<Days> days, boolean full) {
        List<Option> options = new ArrayList<>(choices.times(slots));
        if (full) {
            options.add(choices.waitForIt());
        }
        String who =
                wish.whom()
                        .one()
                        .flatMap(floor.appointments()::professional)
                        .map(one -> floor.phrase("book.with", Map.of("name", one.name())))
                        .orElse("");
        boolean oneDay =
                slots.stream().map(slot -> there(slot).toLocalDate()).distinct().count() == 1;
        String when =
                oneDay
                        ? floor.words().day(there(slots.getFirst()).toLocalDate())
                        : days.map(this::inWords).orElse("");
        String time =
                wish.time()
                        .clock()
                        .map(clock ->
                                clock instanceof Clock.At(var at, var half)
                                        ? floor.words().time(at)
                                        : "")
                        .orElse("");
        floor.ask(
                floor.phrase(
                        key + (oneDay ? "" : ".days"),
                        Map.of("day", when, "days", when, "with", who, "time", time)),
                options);
    }

    /**
     * The nearest to a time that was wished for, else some of the whole day; shown in the order of
     * the clock.
     */
    private static List<Slot> some(List<Slot> slots, Optional<Clock> clock) {
        boolean near = clock.filter(it -> !(it instanceof Clock.Between)).isPresent();
        List<Slot> some =
                near
                        ? slots.subList(0, Math.min(slots.size(), OFFERED))
                        : Choices.spread(Choices.inOrder(slots), OFFERED);
        return Choices.inOrder(some);
    }

    private ToolResult.Slots look(Wish wish, Service service, Days days, Optional<Clock> clock) {
        return look(wish, service, days, clock, LOOKED_AT);
    }

    /** Who is only implied by the appointment that is changed is not insisted on. */
    private ToolResult.Slots look(
            Wish wish, Service service, Days days, Optional<Clock> clock, int most) {
        ToolResult.Slots found = call(wish, service, days, clock, most);
        boolean insists = wish.whom().one().isPresent() && !wish.whom().implied();
        if (insists || wish.whom().one().isEmpty() || !within(found.slots(), days).isEmpty()) {
            return found;
        }
        return call(wish.with(Whom.ANYONE), service, days, clock, most);
    }

    private ToolResult.Slots call(
            Wish wish, Service service, Days days, Optional<Clock> clock, int most) {
        ToolCall call =
                new ToolCall.FindSlots(
                        service.id(), wish.whom().one(), days, clock, wish.people(), true, most);
        return switch (floor.call(call)) {
            case ToolResult.Slots slots -> slots;
            case ToolResult.Refused(var why) -> new ToolResult.Slots(List.of(), Optional.of(why));
            default -> throw new IllegalStateException("free times were asked for");
        };
    }

    private List<Slot> within(List<Slot> slots, Days days) {
        return slots.stream().filter(slot -> days.contains(there(slot).toLocalDate())).toList();
    }

    private boolean isExact(Slot slot, Optional<Clock> clock) {
        return switch (clock.orElse(null)) {
            case Clock.At(var time, var half) -> there(slot).toLocalTime().equals(time);
            case Clock.Around(var time, var half) -> there(slot).toLocalTime().equals(time);
            case Clock.Between between -> false;
            case null -> false;
        };
    }

    /** Whether the business is shut at that hour of the day, whoever works when. */
    private boolean isClosed(Optional<Clock> clock, Days days) {
        return clock.orElse(null) instanceof Clock.At(var at, var half)
                && days.isOne()
                && floor.business().hours().on(days.from().getDayOfWeek()).stream()
                        .noneMatch(
                                span -> !at.isBefore(span.opens()) && at.isBefore(span.closes()));
    }

    private ZonedDateTime there(Slot slot) {
        return slot.start().atZone(floor.business().zone());
    }

    String inWords(Days days) {
        LocalDate from = days.from();
        return days.isOne()
                ? floor.words().day(from)
                : floor.phrase(
                        "days.range",
                        Map.of(
                                "from",
                                floor.words().day(from),
                                "to",
                                floor.words().day(days.to())));
    }
}
