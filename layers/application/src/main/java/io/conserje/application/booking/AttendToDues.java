package io.conserje.application.booking;

import io.conserje.application.ArrivalQueue;
import io.conserje.application.Directory;
import io.conserje.application.TemplateBook;
import io.conserje.application.Unavailable;
import io.conserje.application.Words;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Due;
import io.conserje.model.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due: reminds, ends holds, and offers what is free again to who waits for it. Two may
 * do it at once, and it may be repeated after any interruption: each due is removed with what is
 * done because of it, and what is said has an id of its own, by which a repetition is known.
 */
public final class AttendToDues {
    private static final Logger LOG = LoggerFactory.getLogger(AttendToDues.class);
    private static final int A_ROUND = 100;

    /** More than any one due takes. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Directory directory;
    private final BookingStore store;
    private final CloseBookings closeBookings;
    private final Reminders reminders;
    private final Offers offers;

    public AttendToDues(
            Directory directory,
            BookingStore store,
            ArrivalQueue queue,
            TemplateBook templates,
            Words words) {
        Occasions occasions = new Occasions(words.occasions(), new ReminderTemplates(templates));
        this.directory = directory;
        this.store = store;
        this.closeBookings = new CloseBookings(store);
        this.reminders = new Reminders(store, queue, occasions);
        this.offers = new Offers(store, queue, occasions);
    }

    /** How many became what. */
    public record Outcome(Map<Became, Integer> counts) {
        public Outcome {
            counts = Map.copyOf(counts);
        }

        public int of(Became became) {
            return counts.getOrDefault(became, 0);
        }

        /** Whether anything was due. */
        public boolean any() {
            return !counts.isEmpty();
        }
    }

    /**
     * What is not done when the time is up is done the next time.
     *
     * @param remaining how long the caller can wait
     * @throws Unavailable when a table or a queue does not answer; doing it again is safe
     */
    public Outcome attend(Instant now, Supplier<Duration> remaining) {
        Map<Became, Integer> counts = new EnumMap<>(Became.class);
        for (ProjectId project : directory.projects()) {
            Optional<Business> business = directory.business(project);
            business.ifPresent(known -> attend(known, now, remaining, counts));
        }
        return new Outcome(counts);
    }

    private void attend(
            Business business,
            Instant now,
            Supplier<Duration> remaining,
            Map<Became, Integer> counts) {
        Set<Due> left = new HashSet<>();
        List<Due> round = round(business, now, left);
        while (!round.isEmpty()) {
            for (Due due : round) {
                if (remaining.get().compareTo(LONGEST) < 0) {
                    LOG.warn("{} has more due than there is time for", business.project());
                    return;
                }
                Became became = attend(business, due, now);
                counts.merge(became, 1, Integer::sum);
                switch (became) {
                    case OVERTAKEN, FAILED -> left.add(due);
                    case REMINDED, RELEASED, OFFERED, POSTPONED, DROPPED -> {}
                }
            }
            round = round(business, now, left);
        }
    }

    /** The next ones, past those that could not be done: they hold up nobody. */
    private List<Due> round(Business business, Instant now, Set<Due> left) {
        return store.due(business.project(), now, A_ROUND + left.size()).stream()
                .filter(due -> !left.contains(due))
                .toList();
    }

    private Became attend(Business business, Due due, Instant now) {
        try {
            return switch (due.kind()) {
                case REMIND -> reminders.remind(business, due, now);
                case HOLD_ENDS -> end(business, due, now);
                case FREED -> offers.offer(business, due, now);
            };
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} of booking {} failed", due.kind(), due.booking(), e);
            return Became.FAILED;
        }
    }

    /** Releasing it has those looked for, too, who wait for its time. */
    private Became end(Business business, Due due, Instant now) {
        if (store.booking(business.project(), due.booking()).isEmpty()) {
            return new Dues(store).past(business.project(), due, Became.DROPPED, now);
        }
        return closeBookings.expire(business, due, now) ? Became.RELEASED : Became.DROPPED;
    }
}
