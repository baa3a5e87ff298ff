package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.Optional;

/** Takes the yes or the no to a summary: without one nothing is made, moved or cancelled. */
final class YesOrNo {
    private final Floor floor;
    private final Matters matters;
    private final Bookings bookings;

    YesOrNo(Floor floor, Matters matters) {
        this.floor = floor;
        this.matters = matters;
        this.bookings = new Bookings(floor);
    }

    /** False when nothing was summed up that it could be the answer to. */
    boolean answers(boolean yes) {
        matters.touch();
        switch (matters.first()) {
            case Form.WithWish form when form.hold().isPresent() -> {
                if (yes) {
                    confirm(form, form.hold().orElseThrow());
                } else {
                    floor.tell("book.kept-nothing");
                    Wish.Time never = form.wish().time().at(Optional.empty()).onNoDay();
                    matters.update(form, form.wish().with(never));
                }
            }
            case Form.Cancel form
                    when form.booking().isPresent() && form.asked() == Asked.CONFIRMATION -> {
                if (yes) {
                    bookings.cancel(form.booking().orElseThrow());
                } else {
                    floor.tell("cancel.left");
                }
                matters.close();
            }
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private void confirm(Form.WithWish form, BookingId hold) {
        ToolResult result = floor.call(new ToolCall.Confirm(floor.cause(), hold));
        if (result instanceof ToolResult.Refused(Refusal.HoldExpired late)) {
            result = again(form);
        }
        switch (result) {
            case ToolResult.Done(Booking booking) -> {
                bookings.tellDone(booking, form instanceof Form.Change);
                floor.remember(booking.name());
                matters.close();
            }
            case ToolResult.Refused(Refusal why) -> {
                new Refusals(floor).tell(why, form.wish());
                Wish open = form.wish().withChosen(Optional.empty());
                matters.replace(form.with(open, Optional.empty()));
            }
            default -> throw new IllegalStateException("a confirmation is done or refused");
        }
    }

    /**
     * The customer has said yes to this very time, only late: when it is still free, it is theirs.
     */
    private ToolResult again(Form.WithWish form) {
        Wish wish = form.wish();
        ToolCall hold =
                ToolCall.hold(
                        floor.cause(),
                        wish.chosen().orElseThrow(),
                        wish.people(),
                        wish.name().orElse(""),
                        form.replaces());
        ToolResult kept = floor.call(hold);
        return kept instanceof ToolResult.Done(Booking held)
                ? floor.call(new ToolCall.Confirm(floor.cause(), held.id()))
                : kept;
    }
}
