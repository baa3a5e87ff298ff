package io.conserje.engine.dialogue;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.tool.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is open with a customer, the one that is talked about first. */
final class Matters {
    /** Whoever has more open than this has forgotten the first. */
    private static final int MOST_OPEN = 3;

    private final Floor floor;
    private boolean touched;

    Matters(Floor floor) {
        this.floor = floor;
    }

    @Nullable Form first() {
        return floor.forms().isEmpty() ? null : floor.forms().getFirst();
    }

    boolean isOpen() {
        return !floor.forms().isEmpty();
    }

    void open(Form form) {
        List<Form> all = new ArrayList<>(floor.forms());
        all.addFirst(form);
        floor.keep(all.subList(0, Math.min(all.size(), MOST_OPEN)));
    }

    void replace(Form form) {
        List<Form> all = new ArrayList<>(floor.forms());
        all.set(0, form);
        floor.keep(all);
    }

    void close() {
        floor.keep(floor.forms().subList(1, floor.forms().size()));
    }

    /** A time that is held and not wanted any more is let go at once, for others. */
    void update(Form.WithWish form, Wish wish) {
        Optional<BookingId> hold = form.hold();
        if (wish.chosen().isEmpty() && hold.isPresent()) {
            floor.call(new ToolCall.Release(floor.cause(), hold.get()));
            hold = Optional.empty();
        }
        // Under another name it is held anew, which lets this hold go.
        boolean renamed = !wish.name().equals(form.wish().name());
        replace(form.with(wish, renamed ? Optional.empty() : hold));
    }

    /** The turn is about what is open: at its end it is gone on with. */
    void touch() {
        touched = true;
    }

    /** Whether the turn was, until this was asked. */
    boolean wasTouched() {
        boolean was = touched;
        touched = false;
        return was;
    }
}
