package io.conserje.application.booking;

import io.conserje.application.booking.BookingStore.AlreadyDone;
import io.conserje.application.booking.BookingStore.Committed;
import io.conserje.application.booking.BookingStore.Overtaken;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Waiting;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is due, as it is dealt with: removed, or put off. */
record Dues(BookingStore store) {

    /** Removes it, unless it was removed meanwhile. */
    Became past(ProjectId project, Due due, Became became, Instant now) {
        return past(project, due, List.of(), List.of(), became, now);
    }

    /**
     * @param left places in line that end with it
     */
    Became past(ProjectId project, Due due, List<Waiting> left, Became became, Instant now) {
        return past(project, due, List.of(), left, became, now);
    }

    /**
     * @param more what is due in its place
     */
    Became past(
            ProjectId project,
            Due due,
            List<Due> more,
            List<Waiting> left,
            Became became,
            Instant now) {
        return write(project, change(more, due, left), became, now);
    }

    Became postpone(ProjectId project, Due due, Instant until, Instant now) {
        Due later = new Due(until, due.kind(), due.booking(), due.fence(), due.slot());
        return write(project, change(List.of(later), due, List.of()), Became.POSTPONED, now);
    }

    Became write(ProjectId project, Change change, Became became, Instant now) {
        return switch (store.write(project, change, now)) {
            case Committed done -> became;
            case Overtaken overtaken -> Became.OVERTAKEN;
            case AlreadyDone before -> Became.OVERTAKEN;
        };
    }

    private static Change change(List<Due> dues, Due past, List<Waiting> left) {
        return new Change(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                dues,
                List.of(past),
                List.of(),
                left,
                Optional.empty());
    }
}
