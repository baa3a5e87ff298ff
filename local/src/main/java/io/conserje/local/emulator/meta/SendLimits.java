package io.conserje.local.emulator.meta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast a number may send, to everybody and to one customer.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput
 */
final class SendLimits {
    private static final int A_SECOND = 80;
    private static final int TO_ONE_CUSTOMER = 45;
    private static final Duration PAIR_PACE = Duration.ofSeconds(6);

    private final InstantSource clock;
    private final Pace number = new Pace(A_SECOND, Duration.ofSeconds(1).dividedBy(A_SECOND));
    private final Map<String, Pace> pairs = new ConcurrentHashMap<>();
    private volatile boolean on;

    SendLimits(InstantSource clock) {
        this.clock = clock;
    }

    void turn(boolean toOn) {
        on = toOn;
    }

    /** What a message to this customer, now, breaks; a message that breaks nothing counts. */
    Optional<GraphError> broken(String customer) {
        if (!on) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!number.take(now)) {
            return Optional.of(GraphError.tooManyCalls());
        }
        Pace pair = pairs.computeIfAbsent(customer, c -> new Pace(TO_ONE_CUSTOMER, PAIR_PACE));
        return pair.take(now) ? Optional.empty() : Optional.of(GraphError.tooManyToOneCustomer());
    }

    /**
     * So many at once, and after that one for each interval: the generic cell rate algorithm, which
     * remembers only when everything taken will have been paid back.
     */
    private static final class Pace {
        private final Duration credit;
        private final Duration interval;
        private Instant paidBack = Instant.MIN;

        Pace(int burst, Duration interval) {
            this.credit = interval.multipliedBy(burst - 1L);
            this.interval = interval;
        }

        synchronized boolean take(Instant now) {
            Instant start = paidBack.isAfter(now) ? paidBack : now;
            if (Duration.between(now, start).compareTo(credit) > 0) {
                return false;
            }
            paidBack = start.plus(interval);
            return true;
        }
    }
}
