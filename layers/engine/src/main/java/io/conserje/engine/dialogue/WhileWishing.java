package io.conserje.engine.dialogue;

import io.conserje.engine.Intents;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.dialogue.Heard.Manner;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import java.util.Optional;

/** Hears what is said while an appointment is being made or moved. */
final class WhileWishing {
    private final Floor floor;
    private final Matters matters;
    private final Told told;
    private final Bookings bookings;
    private final Beginning beginning;
    private final Selection selection;
    private final YesOrNo yesOrNo;

    WhileWishing(Floor floor, Matters matters) {
        this.floor = floor;
        this.matters = matters;
        this.told = new Told(floor);
        this.bookings = new Bookings(floor);
        this.beginning = new Beginning(floor, matters);
        this.selection = new Selection(floor, matters);
        this.yesOrNo = new YesOrNo(floor, matters);
    }

    boolean hears(Form.WithWish form, Heard heard) {
        Reading reading = heard.reading();
        boolean news = Told.isNews(reading) || reading.wants(Intents.WAIT_LIST);
        if (reading.wants(Intents.BOOKINGS) && !news) {
            bookings.tell();
            return true;
        }
        if (reading.wants(Intents.CANCEL)) {
            return cancels(form, heard);
        }
        if (heard.is(Manner.LEAVE_IT) && !news) {
            return leaves(form);
        }
        if (isAnother(form, heard)) {
            return beginning.begins(heard);
        }
        boolean which = form instanceof Form.Change change && change.booking().isEmpty();
        if (news && which && !reading.wants(Intents.BOOK)) {
            Optional<BookingId> meant = bookings.meant(reading);
            if (meant.isPresent()) {
                matters.close();
                beginning.change(heard, meant);
                return true;
            }
        }
        boolean yes = Heard.agrees(reading);
        if (form.asked() == Asked.CONFIRMATION && !news && (yes || reading.wants(Intents.NO))) {
            return yesOrNo.answers(yes);
        }
        return selection.counts(reading) || takesAny(heard) || wishes(form, heard, news);
    }

    /** "Whichever" to times is the first of them: the summary tells which before it counts. */
    private boolean takesAny(Heard heard) {
        return heard.is(Manner.ANY_TIME)
                && selection.times().stream().findFirst().filter(selection::take).isPresent();
    }

    private boolean wishes(Form.WithWish form, Heard heard, boolean news) {
        Reading reading = heard.reading();
        if (news || heard.is(Manner.SAME_TIME)) {
            Wish wish = told.add(form.wish().withWaits(waits(form, reading)), reading);
            boolean same = heard.is(Manner.SAME_TIME);
            matters.update(form, same ? bookings.atItsTime(form.replaces(), wish) : wish);
            return true;
        }
        if (reading.wants(Intents.NO) || reading.sooner() != 0) {
            matters.update(form, new Picked(floor).others(form.wish(), reading.sooner()));
            return true;
        }
        if (reading.wants(Intents.YES)) {
            selection.agreeToOne();
            return true;
        }
        boolean goesOn = reading.wants(Intents.BOOK) || reading.wants(Intents.AVAILABILITY);
        return goesOn || beginning.tells(reading);
    }

    /** A time that is chosen ends the waiting for one. */
    private static boolean waits(Form.WithWish form, Reading reading) {
        return reading.wants(Intents.WAIT_LIST)
                || (form.wish().waits() && !reading.wants(Intents.BOOK));
    }

    /** "Olvídelo" leaves the form; "cancele mi cita del martes" is about another matter. */
    private boolean cancels(Form.WithWish form, Heard heard) {
        Reading reading = heard.reading();
        if (form instanceof Form.Change change
                && (reading.otherwise() || heard.is(Manner.THE_APPOINTMENT))) {
            matters.close();
            matters.open(new Form.Cancel(change.booking(), Asked.CHOICE));
            return true;
        }
        // "My appointment" is no longer the one that was only being looked for.
        boolean mine = heard.is(Manner.THE_APPOINTMENT) && form.hold().isEmpty();
        boolean another = mine || !reading.times().isEmpty() || !reading.services().isEmpty();
        Optional<BookingId> meant = another ? bookings.meant(reading) : Optional.empty();
        if (meant.isPresent()) {
            matters.open(new Form.Cancel(meant, Asked.CHOICE));
            return true;
        }
        return leaves(form);
    }

    private boolean leaves(Form.WithWish form) {
        form.hold().ifPresent(hold -> floor.call(new ToolCall.Release(floor.cause(), hold)));
        floor.tell(form instanceof Form.Change ? "book.left.change" : "book.left");
        matters.close();
        return true;
    }

    /**
     * Somebody who has one thing open speaks of another: it comes first, and the open one waits.
     */
    private boolean isAnother(Form.WithWish form, Heard heard) {
        Reading reading = heard.reading();
        if (form instanceof Form.Book && reading.wants(Intents.CHANGE)) {
            return told.movesFrom(reading) || (!Told.isNews(reading) && form.hold().isEmpty());
        }
        return reading.wants(Intents.BOOK)
                && form.wish().service().isPresent()
                && heard.is(Manner.ALSO)
                && !reading.otherwise();
    }
}
