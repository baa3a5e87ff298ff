package io.conserje.engine.dialogue;

import io.conserje.engine.Intents;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Service;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens what somebody wants done, or tells what they want to know of it. */
final class Beginning {
    /** Said beside what is wanted: "Hi, a cleaning tomorrow". */
    private static final Set<String> SOCIAL = Set.of(Intents.GREET, Intents.THANKS);

    private final Floor floor;
    private final Matters matters;
    private final Told told;
    private final Bookings bookings;

    Beginning(Floor floor, Matters matters) {
        this.floor = floor;
        this.matters = matters;
        this.told = new Told(floor);
        this.bookings = new Bookings(floor);
    }

    /** False when it wants none of this. */
    boolean begins(Heard heard) {
        Reading reading = heard.reading();
        if (reading.wants(Intents.CANCEL)) {
            matters.open(new Form.Cancel(bookings.meant(reading), Asked.CHOICE));
        } else if (moves(heard) && !hasNone(reading)) {
            change(heard, bookings.meant(reading));
        } else if (reading.wants(Intents.BOOKINGS)) {
            bookings.tell();
        } else if (wantsOne(reading) || reading.wants(Intents.CHANGE)) {
            Wish wish =
                    told.add(Wish.nothing().withWaits(reading.wants(Intents.WAIT_LIST)), reading);
            book(like(heard) ? bookings.like(wish) : wish);
        } else {
            return tells(reading);
        }
        return true;
    }

    /** "Could it be Friday, at the same time?": the same as what they have. */
    private boolean moves(Heard heard) {
        return heard.reading().wants(Intents.CHANGE)
                || (heard.is(Heard.Manner.SAME_TIME) && !bookings.all().isEmpty());
    }

    /** "And another for Pedro"; who wants "another appointment" may want any. */
    private static boolean like(Heard heard) {
        return heard.is(Heard.Manner.ALSO) && Told.isNews(heard.reading());
    }

    private void book(Wish wish) {
        matters.open(new Form.Book(wish, Optional.empty(), Asked.NOTHING));
    }

    /** Who has nothing to change, and names what they would like, is helped to that. */
    private boolean hasNone(Reading reading) {
        if (reading.services().isEmpty() || !bookings.all().isEmpty()) {
            return false;
        }
        if (reading.party().isEmpty()) {
            floor.tell("bookings.none");
        }
        return true;
    }

    /**
     * @param meant the appointment that is to be moved, if it is known which
     */
    void change(Heard heard, Optional<BookingId> meant) {
        Reading reading = heard.reading();
        Form.Change form = bookings.change(meant);
        Wish wish = told.without(form.wish(), reading);
        if (heard.is(Heard.Manner.SAME_TIME)) {
            wish = bookings.atItsTime(meant, wish);
        } else if (reading.sooner() != 0 && wish.time().equals(Wish.Time.UNTOLD)) {
            wish = new Picked(floor).others(bookings.asItIs(meant, wish), reading.sooner());
        }
        matters.open(form.with(wish, Optional.empty()));
    }

    static boolean wantsOne(Reading reading) {
        return reading.wants(Intents.BOOK)
                || reading.wants(Intents.AVAILABILITY)
                || reading.wants(Intents.WAIT_LIST)
                || (SOCIAL.containsAll(reading.intents())
                        && (!reading.services().isEmpty() || !reading.times().isEmpty()));
    }

    /** Who asks for a thing that can be had is asked when they would like it. */
    boolean tells(Reading reading) {
        if (reading.wants(Intents.SERVICES)) {
            List<Service> asked = asked(reading);
            if (asked.isEmpty()) {
                new Menu(floor).services();
                return true;
            }
            Menu menu = new Menu(floor);
            asked.forEach(service -> floor.say(menu.line(service)));
            if (!matters.isOpen()) {
                book(told.add(Wish.nothing(), reading));
            }
            return true;
        }
        if (reading.wants(Intents.PROFESSIONALS)) {
            new Menu(floor).professionals();
            return true;
        }
        return false;
    }

    /** The services that it is about: those it names, else the one that is talked about. */
    List<Service> asked(Reading reading) {
        List<String> ids =
                !reading.services().isEmpty()
                        ? reading.services()
                        : matters.first() instanceof Form.WithWish form
                                ? form.wish().service().stream().toList()
                                : List.of();
        return ids.stream().flatMap(id -> floor.appointments().service(id).stream()).toList();
    }
}
