package io.conserje.testkit;

import io.conserje.application.Coordination;
import io.conserje.application.Unavailable;
import io.conserje.engine.send.Backoff;
import io.conserje.engine.send.Gate;
import io.conserje.engine.send.Gcra;
import io.conserje.engine.send.Hold;
import io.conserje.engine.send.Initiative;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.ConversationId;
import io.conserje.model.Pace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paces and breakers in a map, which keep the port's contract. */
public final class InMemoryCoordination implements Coordination {
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<Account, Outage> outages = new HashMap<>();

    private int away;

    /** Lets the next calls that tell something fail, with nothing noted. */
    public synchronized void downFor(int calls) {
        away = calls;
    }

    private void requireHere() {
        if (away > 0) {
            away--;
            throw new Unavailable("the coordination");
        }
    }

    private static final class Bucket {
        Optional<Instant> arrival = Optional.empty();
        Optional<Instant> throttled = Optional.empty();
        Optional<Instant> open = Optional.empty();
        Instant failingSince = Instant.EPOCH;
        boolean probing;
        int failures;
        int openings;
    }

    @Override
    public synchronized Admission admit(
            Account account,
            ConversationId to,
            Capabilities can,
            Initiative initiative,
            Instant now) {
        List<Gate> gates = Gate.of(can, initiative);
        boolean ailing = false;
        for (Gate gate : gates) {
            switch (take(bucket(account, to, gate.scope()), gate.pace(), gate.hold(), now)) {
                case Held held -> {
                    giveBack(account, to, gates.subList(0, gates.indexOf(gate)), now);
                    return held;
                }
                case Admitted admitted -> ailing |= admitted.ailing();
            }
        }
        return new Admitted(ailing);
    }

    private void giveBack(Account account, ConversationId to, List<Gate> taken, Instant now) {
        Bucket ours = bucket(account, to, Gate.Scope.ACCOUNT);
        if (!taken.isEmpty() && ours.probing) {
            ours.probing = false;
            ours.open = Optional.of(now);
        }
        for (Gate gate : taken) {
            Bucket bucket = bucket(account, to, gate.scope());
            bucket.arrival = bucket.arrival.map(at -> at.minus(gate.pace().interval()));
        }
    }

    private Bucket bucket(Account account, ConversationId to, Gate.Scope scope) {
        return switch (scope) {
            case ACCOUNT -> bucket(account.ref().toString());
            case CONTACT -> bucket(to.value());
            case DAY, UNASKED, FIRSTS -> bucket(account.ref() + "#" + scope);
        };
    }

    private static Admission take(Bucket bucket, Pace pace, Hold.Kind kind, Instant now) {
        if (bucket.open.isPresent()) {
            if (bucket.open.get().isAfter(now)) {
                Instant soon = now.plus(Backoff.LOOK);
                boolean trying = bucket.probing && soon.isBefore(bucket.open.get());
                return held(Hold.Kind.PROVIDER_DOWN, trying ? soon : bucket.open.get());
            }
            return switch (Gcra.admit(bucket.arrival, pace, now)) {
                case Gcra.TooEarly early -> held(kind, early.until());
                case Gcra.Admitted admitted -> {
                    bucket.arrival = Optional.of(admitted.next());
                    bucket.open = Optional.of(now.plus(Backoff.TRY));
                    bucket.probing = true;
                    yield new Admitted(true);
                }
            };
        }
        if (bucket.throttled.filter(now::isBefore).isPresent()) {
            return held(Hold.Kind.THROTTLED, bucket.throttled.get());
        }
        return switch (Gcra.admit(bucket.arrival, pace, now)) {
            case Gcra.TooEarly early -> held(kind, early.until());
            case Gcra.Admitted admitted -> {
                bucket.arrival = Optional.of(admitted.next());
                yield new Admitted(bucket.failures > 0);
            }
        };
    }

    private static Held held(Hold.Kind kind, Instant until) {
        return new Held(new Hold(kind, until));
    }

    @Override
    public synchronized void works(Account account) {
        Bucket bucket = bucket(account.ref().toString());
        bucket.open = Optional.empty();
        bucket.failures = 0;
        bucket.openings = 0;
        bucket.probing = false;
        outages.remove(account);
    }

    @Override
    public synchronized void fails(Account account, String reason, Instant now) {
        requireHere();
        Bucket bucket = bucket(account.ref().toString());
        if (bucket.failures++ == 0) {
            bucket.failingSince = now;
        }
        boolean closed = bucket.open.isEmpty();
        if (closed ? bucket.failures < Backoff.FAILURES : !bucket.probing) {
            return;
        }
        Instant until = now.plus(Backoff.after(bucket.openings++));
        bucket.open = Optional.of(until);
        bucket.probing = false;
        outages.put(
                account,
                new Outage(account.project(), account.ref(), bucket.failingSince, until, reason));
    }

    @Override
    public synchronized void holdAccount(Account account, Instant until) {
        requireHere();
        throttle(bucket(account.ref().toString()), until);
    }

    @Override
    public synchronized void holdContact(Account account, ConversationId to, Instant until) {
        throttle(bucket(to.value()), until);
    }

    private static void throttle(Bucket bucket, Instant until) {
        bucket.throttled = Optional.of(bucket.throttled.filter(until::isBefore).orElse(until));
    }

    @Override
    public synchronized List<Outage> outages() {
        return List.copyOf(outages.values());
    }

    private Bucket bucket(String name) {
        return buckets.computeIfAbsent(name, any -> new Bucket());
    }
}
