package io.conserje.aws;

import static io.conserje.aws.Items.number;

import io.conserje.application.Coordination.Admission;
import io.conserje.application.Coordination.Admitted;
import io.conserje.application.Coordination.Held;
import io.conserje.aws.ItemUpdate.Changed;
import io.conserje.aws.ItemUpdate.Written;
import io.conserje.engine.send.Backoff;
import io.conserje.engine.send.Gcra;
import io.conserje.engine.send.Hold;
import io.conserje.model.Pace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An account's circuit breaker, in the same item as its pace, so that looking at it costs nothing.
 * Closed: no {@code openUntil}. Open: {@code openUntil} lies ahead. When it is past, who moves it
 * on first tries with one message; the end of that try closes the breaker, or opens it for longer.
 */
final class BreakerItems {
    static final String OPEN_UNTIL = "openUntil";
    static final String FAILURES = "failures";

    private final AwsClients clients;
    private final String table;

    BreakerItems(AwsClients clients, String table) {
        this.clients = clients;
        this.table = table;
    }

    /** An account whose provider lets nothing through. */
    record Open(Instant since, Instant until) {}

    /**
     * @return empty when another writer was there first
     */
    Optional<Admission> probe(
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> item,
            Pace pace,
            Hold.Kind kind,
            Instant now) {
        Instant until = PaceItems.instant(item, OPEN_UNTIL).orElse(now);
        if (until.isAfter(now)) {
            Instant soon = now.plus(Backoff.LOOK);
            boolean trying = item.containsKey("probing") && soon.isBefore(until);
            Instant then = trying ? soon : until;
            return Optional.of(new Held(new Hold(Hold.Kind.PROVIDER_DOWN, then)));
        }
        return switch (Gcra.admit(PaceItems.instant(item, PaceItems.TAT), pace, now)) {
            case Gcra.TooEarly early -> Optional.of(new Held(new Hold(kind, early.until())));
            case Gcra.Admitted admitted -> tryOne(key, item, admitted.next(), now);
        };
    }

    /** A try takes its place in the pace like any other message. */
    private Optional<Admission> tryOne(
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> item,
            Instant next,
            Instant now) {
        Written written =
                new ItemUpdate(table, key)
                        .set(PaceItems.TAT, number(PaceItems.micros(next)))
                        .set(OPEN_UNTIL, number(PaceItems.micros(now.plus(Backoff.TRY))))
                        .set("probing", AttributeValue.fromBool(true))
                        .set("expiresAt", PaceItems.kept(now))
                        .when("#openUntil = :before")
                        .with("before", number(Items.longOf(item, OPEN_UNTIL)))
                        .run(clients);
        return written instanceof Changed ? Optional.of(new Admitted(true)) : Optional.empty();
    }

    /** The try was not made after all: the next message may make it. */
    void giveBack(Map<String, AttributeValue> key, Instant now) {
        new ItemUpdate(table, key)
                .set(OPEN_UNTIL, number(PaceItems.micros(now)))
                .remove("probing")
                .when("attribute_exists(#probing)")
                .run(clients);
    }

    /**
     * @return the outage, when this failure opened the breaker
     */
    Optional<Open> failed(Map<String, AttributeValue> key, Instant now) {
        Written counted =
                new ItemUpdate(table, key)
                        .set(FAILURES, "if_not_exists(#failures, :zero) + :one")
                        .set("failingSince", "if_not_exists(#failingSince, :now)")
                        .set("expiresAt", PaceItems.kept(now))
                        .with("zero", number(0))
                        .with("one", number(1))
                        .with("now", number(PaceItems.micros(now)))
                        .run(clients);
        return counted instanceof Changed changed
                ? open(key, changed.item(), now)
                : Optional.empty();
    }

    private Optional<Open> open(
            Map<String, AttributeValue> key, Map<String, AttributeValue> item, Instant now) {
        boolean closed = !item.containsKey(OPEN_UNTIL);
        if (closed
                ? Items.longOf(item, FAILURES) < Backoff.FAILURES
                : !item.containsKey("probing")) {
            return Optional.empty();
        }
        long openings = Items.longOr(item, "openings", 0);
        Instant until = now.plus(Backoff.after(openings));
        ItemUpdate update =
                new ItemUpdate(table, key)
                        .set(OPEN_UNTIL, number(PaceItems.micros(until)))
                        .set("openings", number(openings + 1))
                        .remove("probing");
        if (closed) {
            update.when("attribute_not_exists(#openUntil)");
        } else {
            update.when("#openUntil = :before AND attribute_exists(#probing)")
                    .with("before", number(Items.longOf(item, OPEN_UNTIL)));
        }
        Instant since = PaceItems.instant(item, "failingSince").orElse(now);
        return update.run(clients) instanceof Changed
                ? Optional.of(new Open(since, until))
                : Optional.empty();
    }

    void close(Map<String, AttributeValue> key) {
        new ItemUpdate(table, key)
                .remove(OPEN_UNTIL, FAILURES, "openings", "probing", "failingSince")
                .when("attribute_exists(#failures)")
                .run(clients);
    }
}
