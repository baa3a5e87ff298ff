package io.conserje.application.booking;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore.AlreadyDone;
import io.conserje.application.booking.BookingStore.Committed;
import io.conserje.application.booking.BookingStore.Overtaken;
import io.conserje.engine.booking.Verdict;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides, and writes what was decided; again when somebody else was quicker. */
final class Attempts {
    /**
     * Of those that meet on a sheet, one gets through each time, and the sheet is full before long:
     * then there is nothing to write any more.
     */
    private static final int MOST = 50;

    private Attempts() {}

    /**
     * @param decide reads and decides
     * @param unwritten what is told when there is nothing to write
     */
    static ToolResult write(
            BookingStore store,
            ProjectId project,
            Instant now,
            Supplier<Verdict> decide,
            Function<ToolResult, ToolResult> unwritten) {
        for (int attempt = 0; attempt < MOST; attempt++) {
            switch (decide.get()) {
                case Verdict.Says says -> {
                    return unwritten.apply(says.result());
                }
                case Verdict.Writes writes -> {
                    switch (store.write(project, writes.change(), now)) {
                        case Committed committed -> {
                            return writes.result();
                        }
                        case AlreadyDone done -> {
                            return done.result();
                        }
                        case Overtaken overtaken -> {}
                    }
                }
            }
        }
        throw new Unavailable("a booking that changed under " + MOST + " attempts");
    }
}
