package io.conserje.testkit;

import io.conserje.application.booking.BookingStore;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Bookings in maps, behind one lock. */
public final class InMemoryBookings implements BookingStore {
    private static final Comparator<Due> EARLIEST =
            Comparator.comparing(Due::at)
                    .thenComparing(Due::kind)
                    .thenComparing(due -> due.booking().value())
                    .thenComparing(Due::fence);

    private final Map<ProjectId, Books> projects = new HashMap<>();

    private static final class Books {
        final Map<DaySheet.Key, DaySheet> sheets = new HashMap<>();
        final Map<String, Agenda> agendas = new HashMap<>();
        final Map<BookingId, Booking> bookings = new HashMap<>();
        final Map<BookingId, TreeMap<Long, LogEntry>> log = new HashMap<>();
        final Set<Due> dues = new HashSet<>();
        final Map<String, Waiting> line = new HashMap<>();
        final Map<Cause, ToolResult> done = new HashMap<>();

        DaySheet sheet(DaySheet.Key key) {
            return sheets.getOrDefault(key, DaySheet.empty(key));
        }

        Agenda agenda(String customer) {
            return agendas.getOrDefault(customer, Agenda.empty(customer));
        }

        boolean stillStands(Change change) {
            return change.sheets().stream()
                            .allMatch(one -> sheet(one.key()).version() == one.version())
                    && change.agendas().stream()
                            .allMatch(one -> agenda(one.customer()).version() == one.version())
                    && change.bookings().stream()
                            .allMatch(one -> fence(one.id()) == one.fence() - 1)
                    && change.log().stream().noneMatch(this::isWritten)
                    && dues.containsAll(change.past())
                    && change.joined().stream().allMatch(this::isAsRead)
                    && change.left().stream().allMatch(this::isAsRead);
        }

        private long fence(BookingId id) {
            return Optional.ofNullable(bookings.get(id)).map(Booking::fence).orElse(0L);
        }

        private boolean isWritten(LogEntry entry) {
            return log.getOrDefault(entry.booking(), new TreeMap<>()).containsKey(entry.fence());
        }

        private boolean isAsRead(Waiting waiting) {
            long version =
                    Optional.ofNullable(line.get(waiting.id())).map(Waiting::version).orElse(0L);
            return version == waiting.version();
        }

        void write(Change change) {
            change.sheets().forEach(one -> sheets.put(one.key(), next(one)));
            change.agendas().forEach(one -> agendas.put(one.customer(), next(one)));
            change.bookings().forEach(one -> bookings.put(one.id(), one));
            change.log()
                    .forEach(one ->
                            log.computeIfAbsent(one.booking(), id -> new TreeMap<>())
                                    .put(one.fence(), one));
            change.past().forEach(dues::remove);
            dues.addAll(change.dues());
            change.left().forEach(one -> line.remove(one.id()));
            change.joined().forEach(one -> line.put(one.id(), next(one)));
            change.outcome().ifPresent(one -> done.put(one.cause(), one.result()));
        }

        private static DaySheet next(DaySheet sheet) {
            return new DaySheet(sheet.key(), sheet.version() + 1, sheet.entries());
        }

        private static Agenda next(Agenda agenda) {
            return new Agenda(agenda.customer(), agenda.version() + 1, agenda.lines());
        }

        private static Waiting next(Waiting one) {
            return new Waiting(
                    one.id(),
                    one.version() + 1,
                    one.since(),
                    one.service(),
                    one.professional(),
                    one.days(),
                    one.clock(),
                    one.party(),
                    one.name(),
                    one.customer(),
                    one.offered());
        }
    }

    private Books books(ProjectId project) {
        return projects.computeIfAbsent(project, key -> new Books());
    }

    @Override
    public synchronized Map<DaySheet.Key, DaySheet> sheets(
            ProjectId project, Set<DaySheet.Key> keys) {
        Books books = books(project);
        return keys.stream().collect(Collectors.toMap(key -> key, books::sheet));
    }

    @Override
    public synchronized Agenda agenda(ProjectId project, String customer) {
        return books(project).agenda(customer);
    }

    @Override
    public synchronized Optional<Booking> booking(ProjectId project, BookingId id) {
        return Optional.ofNullable(books(project).bookings.get(id));
    }

    @Override
    public synchronized Optional<ToolResult> done(ProjectId project, Cause cause) {
        return Optional.ofNullable(books(project).done.get(cause));
    }

    @Override
    public synchronized Written write(ProjectId project, Change change, Instant now) {
        Books books = books(project);
        Optional<ToolResult> before =
                change.outcome().map(outcome -> books.done.get(outcome.cause()));
        if (before.isPresent()) {
            return new AlreadyDone(before.get());
        }
        if (!books.stillStands(change)) {
            return new Overtaken();
        }
        books.write(change);
        return new Committed();
    }

    @Override
    public synchronized List<LogEntry> log(ProjectId project, BookingId id) {
        return List.copyOf(books(project).log.getOrDefault(id, new TreeMap<>()).values());
    }

    @Override
    public synchronized List<Due> due(ProjectId project, Instant until, int most) {
        return books(project).dues.stream()
                .filter(due -> !due.at().isAfter(until))
                .sorted(EARLIEST)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Waiting> line(ProjectId project, String service) {
        return books(project).line.values().stream()
                .filter(one -> one.service().equals(service))
                .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::id))
                .toList();
    }

    /** Every booking that there ever was. */
    public synchronized List<Booking> all(ProjectId project) {
        return List.copyOf(books(project).bookings.values());
    }

    /** Every sheet that was ever written. */
    public synchronized List<DaySheet> sheets(ProjectId project) {
        return List.copyOf(books(project).sheets.values());
    }
}
