package io.conserje.aws;

import static io.conserje.aws.Items.number;

import io.conserje.application.Coordination.Admission;
import io.conserje.application.Coordination.Admitted;
import io.conserje.application.Coordination.Held;
import io.conserje.aws.ItemUpdate.Changed;
import io.conserje.aws.ItemUpdate.Gone;
import io.conserje.aws.ItemUpdate.Refused;
import io.conserje.aws.ItemUpdate.Written;
import io.conserje.engine.send.Gcra;
import io.conserje.engine.send.Hold;
import io.conserje.model.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Buckets of the generic cell rate algorithm, an item each: {@code tat}, the theoretical arrival
 * time in microseconds, is moved on by an update whose condition is the algorithm's. In a busy
 * bucket writers add to each other's and none of them has to read or to try again.
 */
final class PaceItems {
    static final String TAT = "tat";
    static final String THROTTLED = "throttledUntil";

    /** Only a bucket that has just been at rest can be lost to another writer, and only once. */
    private static final int ATTEMPTS = 5;

    private static final Duration LOST = Duration.ofMillis(100);
    private static final Duration KEPT = Duration.ofDays(2);

    /** Nothing is held, and the breaker is closed. */
    private static final String FREE =
            "(attribute_not_exists(#throttledUntil) OR #throttledUntil <= :now)"
                    + " AND attribute_not_exists(#openUntil)";

    private final AwsClients clients;
    private final String table;

    PaceItems(AwsClients clients, String table) {
        this.clients = clients;
        this.table = table;
    }

    Admission take(Map<String, AttributeValue> key, Pace pace, Hold.Kind kind, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Admission> admission =
                    switch (busy(key, pace, now)) {
                        case Changed changed -> Optional.of(admitted(changed.item()));
                        case Refused refused -> idle(key, refused.item(), pace, kind, now);
                        case Gone gone -> idle(key, Map.of(), pace, kind, now);
                    };
            if (admission.isPresent()) {
                return admission.get();
            }
        }
        return new Held(new Hold(kind, now.plus(LOST)));
    }

    /** The bucket is in use and not full. */
    private Written busy(Map<String, AttributeValue> key, Pace pace, Instant now) {
        return new ItemUpdate(table, key)
                .set(TAT, "#tat + :interval")
                .set("expiresAt", kept(now))
                .when("#tat BETWEEN :now AND :most AND " + FREE)
                .with("interval", number(micros(pace.interval())))
                .with("now", number(micros(now)))
                .with("most", number(micros(now.plus(Gcra.tolerance(pace)))))
                .run(clients);
    }

    /**
     * The bucket is full, at rest or held.
     *
     * @return empty when another writer was there first
     */
    private Optional<Admission> idle(
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> item,
            Pace pace,
            Hold.Kind kind,
            Instant now) {
        if (item.containsKey(BreakerItems.OPEN_UNTIL)) {
            return new BreakerItems(clients, table).probe(key, item, pace, kind, now);
        }
        Optional<Instant> throttled = instant(item, THROTTLED).filter(now::isBefore);
        if (throttled.isPresent()) {
            return Optional.of(new Held(new Hold(Hold.Kind.THROTTLED, throttled.get())));
        }
        return switch (Gcra.admit(instant(item, TAT), pace, now)) {
            case Gcra.TooEarly early -> Optional.of(new Held(new Hold(kind, early.until())));
            case Gcra.Admitted admitted -> first(key, item, admitted.next(), now);
        };
    }

    private Optional<Admission> first(
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> item,
            Instant next,
            Instant now) {
        ItemUpdate update =
                new ItemUpdate(table, key)
                        .set(TAT, number(micros(next)))
                        .set("expiresAt", kept(now))
                        .with("now", number(micros(now)));
        if (item.containsKey(TAT)) {
            update.when("#tat = :before AND " + FREE)
                    .with("before", number(Items.longOf(item, TAT)));
        } else {
            update.when("attribute_not_exists(#tat) AND " + FREE);
        }
        return update.run(clients) instanceof Changed changed
                ? Optional.of(admitted(changed.item()))
                : Optional.empty();
    }

    private static Admitted admitted(Map<String, AttributeValue> item) {
        return new Admitted(item.containsKey(BreakerItems.FAILURES));
    }

    /** The place was not needed after all. */
    void giveBack(Map<String, AttributeValue> key, Pace pace) {
        Written unused =
                new ItemUpdate(table, key)
                        .set(TAT, "#tat + :back")
                        .when("attribute_exists(#tat)")
                        .with("back", number(-micros(pace.interval())))
                        .run(clients);
    }

    /** Never shortens a hold that is longer. */
    Written throttle(Map<String, AttributeValue> key, Instant until) {
        return new ItemUpdate(table, key)
                .set(THROTTLED, number(micros(until)))
                .set("expiresAt", kept(until))
                .when("attribute_not_exists(#throttledUntil) OR #throttledUntil < :throttledUntil")
                .run(clients);
    }

    static AttributeValue kept(Instant since) {
        return number(since.plus(KEPT).getEpochSecond());
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Rounded up, so that no rate is exceeded by rounding. */
    private static long micros(Duration duration) {
        return (duration.toNanos() + 999) / 1000;
    }

    static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name)
                ? Optional.of(Instant.EPOCH.plus(Items.longOf(item, name), ChronoUnit.MICROS))
                : Optional.empty();
    }
}
