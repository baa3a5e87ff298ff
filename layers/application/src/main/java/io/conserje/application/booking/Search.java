package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.FreeSlots;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for free times, a week of sheets at a time. */
record Search(BookingStore store, Business business, FreeSlots free) {
    private static final int RUN = 7;

    static ToolResult of(
            BookingStore store,
            Business business,
            ToolCall.FindSlots call,
            Customer customer,
            Instant now) {
        return new Search(store, business, new FreeSlots(business, call, customer, now)).result();
    }

    private ToolResult result() {
        List<Slot> wished = wished();
        return free.result(wished, wished.isEmpty() ? further() : List.of());
    }

    private List<Slot> wished() {
        List<Slot> found = new ArrayList<>();
        for (List<LocalDate> run : runs(free.days())) {
            found.addAll(free.free(run, sheets(run)));
            if (free.isEnough(found)) {
                break;
            }
        }
        return found;
    }

    /** Day by day: a day that is sooner is better than one that has the very time. */
    private List<Slot> further() {
        List<Slot> found = new ArrayList<>();
        for (List<LocalDate> run : runs(free.beyond())) {
            Map<DaySheet.Key, DaySheet> sheets = sheets(run);
            for (LocalDate day : run) {
                found.addAll(free.free(List.of(day), sheets));
            }
            if (free.isFull(found)) {
                break;
            }
        }
        return found;
    }

    private Map<DaySheet.Key, DaySheet> sheets(List<LocalDate> run) {
        return store.sheets(business.project(), free.sheets(run));
    }

    private static List<List<LocalDate>> runs(List<LocalDate> days) {
        List<List<LocalDate>> runs = new ArrayList<>();
        for (int from = 0; from < days.size(); from += RUN) {
            runs.add(days.subList(from, Math.min(from + RUN, days.size())));
        }
        return runs;
    }
}
