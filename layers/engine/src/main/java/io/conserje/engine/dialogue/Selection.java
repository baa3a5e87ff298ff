package io.conserje.engine.dialogue;

import io.conserje.engine.Intents;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Optional;

/** Takes what is chosen among the options, be it tapped, told by its number or agreed to. */
final class Selection {
    private final Floor floor;
    private final Matters matters;
    private final Bookings bookings;
    private final YesOrNo yesOrNo;

    Selection(Floor floor, Matters matters) {
        this.floor = floor;
        this.matters = matters;
        this.bookings = new Bookings(floor);
        this.yesOrNo = new YesOrNo(floor, matters);
    }

    /** False when it is none of the options of an appointment. */
    boolean take(String option) {
        if (option.equals(Intents.YES) || option.equals(Intents.NO)) {
            return matters.isOpen() && yesOrNo.answers(option.equals(Intents.YES));
        }
        Optional<Pick> pick = Pick.parse(option);
        pick.ifPresent(this::take);
        return pick.isPresent();
    }

    private void take(Pick pick) {
        matters.touch();
        Picked picked = new Picked(floor);
        switch (pick) {
            case Pick.Assure(BookingId booking) -> bookings.assure(booking);
            case Pick.TakeOffer(BookingId hold) -> bookings.takeOffer(hold);
            case Pick.LeaveOffer(BookingId hold) -> bookings.leaveOffer(hold);
            case Pick.CancelIt(BookingId booking) -> cancel(booking);
            case Pick.ChangeIt(BookingId booking) ->
                    matters.open(bookings.change(Optional.of(booking)));
            case Pick.Which(BookingId booking) -> which(booking);
            case Pick.Time time -> wish(picked::time, time);
            case Pick.Day day -> wish(picked::day, day);
            case Pick.Hour hour -> wish(picked::hour, hour);
            case Pick.OfService service -> wish(picked::service, service);
            case Pick.OfProfessional one -> wish(picked::professional, one);
            case Pick.Anyone anyone -> wish(picked::anyone, anyone);
            case Pick.WaitForIt wait -> wish(picked::waits, wait);
            case Pick.OtherTimes other -> wish(picked::otherTimes, other);
        }
    }

    /** Tapped twice it is still one matter. */
    private void cancel(BookingId booking) {
        Form.Cancel cancel = new Form.Cancel(Optional.of(booking), Asked.CHOICE);
        if (matters.first() instanceof Form.Cancel open
                && open.booking().equals(cancel.booking())) {
            matters.replace(cancel);
        } else {
            matters.open(cancel);
        }
    }

    private interface Effect<P> {
        Wish on(Wish wish, P pick);
    }

    /** An option of an old message begins anew when what it belonged to is over. */
    private <P> void wish(Effect<P> effect, P pick) {
        Form.WithWish form =
                matters.first() instanceof Form.WithWish open
                        ? open
                        : new Form.Book(Wish.nothing(), Optional.empty(), Asked.NOTHING);
        if (matters.first() != form) {
            matters.open(form);
        }
        matters.update(form, effect.on(form.wish(), pick));
    }

    private void which(BookingId booking) {
        switch (matters.first()) {
            case Form.Cancel cancel ->
                    matters.replace(new Form.Cancel(Optional.of(booking), cancel.asked()));
            case Form.Change change ->
                    matters.replace(bookings.begin(change.wish(), booking).orElse(change));
            case Form.Book book -> matters.open(bookings.change(Optional.of(booking)));
            case null -> matters.open(bookings.change(Optional.of(booking)));
        }
    }

    /** "Yes" to a reminder, or to a time that we offered. */
    boolean agrees(Reading reading) {
        boolean yes = Heard.agrees(reading);
        boolean cancel = reading.wants(Intents.CANCEL);
        boolean change = reading.wants(Intents.CHANGE);
        boolean no = reading.wants(Intents.NO) && !cancel && !change;
        for (Outgoing.Option option : floor.offered()) {
            Pick pick = Pick.parse(option.id()).orElse(null);
            boolean meant =
                    switch (pick) {
                        case Pick.Assure assure -> yes;
                        case Pick.TakeOffer take -> yes;
                        case Pick.LeaveOffer leave -> no || cancel;
                        case Pick.CancelIt it -> cancel && reading.times().isEmpty();
                        case Pick.ChangeIt it -> change && reading.times().isEmpty();
                        case null, default -> false;
                    };
            if (meant && pick != null) {
                take(pick);
                return true;
            }
        }
        return false;
    }

    /** "The second one". */
    boolean counts(Reading reading) {
        if (reading.ordinal().isEmpty()) {
            return false;
        }
        List<String> some =
                floor.offered().stream()
                        .map(Outgoing.Option::id)
                        .filter(id -> Pick.parse(id).isPresent() && !id.equals(Pick.WAIT))
                        .toList();
        int n = reading.ordinal().getAsInt();
        int at = n > 0 ? n - 1 : some.size() + n;
        return at >= 0 && at < some.size() && take(some.get(at));
    }

    /** The times that may be chosen from. */
    List<String> times() {
        return floor.offered().stream()
                .map(Outgoing.Option::id)
                .filter(id -> Pick.parse(id).orElse(null) instanceof Pick.Time)
                .toList();
    }

    /** Yes, where only one thing can be meant by it; else it is asked which. */
    void agreeToOne() {
        List<String> times = times();
        boolean waiting =
                floor.offered().stream()
                        .findFirst()
                        .filter(it -> it.id().equals(Pick.WAIT))
                        .isPresent();
        if (times.size() == 1) {
            take(times.getFirst());
        } else if (waiting) {
            take(Pick.WAIT);
        } else if (!floor.offered().isEmpty()) {
            floor.tell("book.say-which");
        }
    }
}
