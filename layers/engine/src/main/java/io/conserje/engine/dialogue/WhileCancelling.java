package io.conserje.engine.dialogue;

import io.conserje.engine.Intents;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import java.util.Optional;

/** Hears what is said while an appointment is being cancelled. */
final class WhileCancelling {
    private final Floor floor;
    private final Matters matters;
    private final Bookings bookings;
    private final Beginning beginning;
    private final Selection selection;
    private final YesOrNo yesOrNo;

    WhileCancelling(Floor floor, Matters matters) {
        this.floor = floor;
        this.matters = matters;
        this.bookings = new Bookings(floor);
        this.beginning = new Beginning(floor, matters);
        this.selection = new Selection(floor, matters);
        this.yesOrNo = new YesOrNo(floor, matters);
    }

    boolean hears(Form.Cancel form, Heard heard) {
        Reading reading = heard.reading();
        if (reading.wants(Intents.CHANGE)) {
            matters.close();
            beginning.change(heard, form.booking());
            return true;
        }
        Optional<BookingId> meant = bookings.meant(reading);
        boolean another = Told.isNews(reading) && meant.isPresent();
        if (another && !meant.equals(form.booking())) {
            matters.replace(new Form.Cancel(meant, Asked.CHOICE));
            return true;
        }
        if (form.booking().isPresent() && form.asked() == Asked.CONFIRMATION) {
            boolean no = reading.wants(Intents.NO) || heard.is(Heard.Manner.LEAVE_IT);
            if (no || reading.wants(Intents.YES) || reading.wants(Intents.CANCEL)) {
                return yesOrNo.answers(!no);
            }
        }
        if (meant.isPresent() && (another || reading.wants(Intents.YES))) {
            matters.replace(new Form.Cancel(meant, Asked.CHOICE));
            return true;
        }
        if (selection.counts(reading)) {
            return true;
        }
        if (reading.wants(Intents.BOOKINGS)) {
            // Asking which of them names them all.
            form.booking().ifPresent(one -> bookings.tell());
            return true;
        }
        if (reading.wants(Intents.YES)) {
            selection.agreeToOne();
            return true;
        }
        if (reading.wants(Intents.NO)) {
            floor.tell("cancel.left");
            matters.close();
            return true;
        }
        return reading.wants(Intents.CANCEL)
                || (Beginning.wantsOne(reading) && beginning.begins(heard));
    }
}
