package io.conserje.engine.send;

import io.conserje.model.Capabilities;
import io.conserje.model.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the paces and what the provider asked for, as the shell's coordination does. */
final class Keeper {
    private final Capabilities can;
    private final Bucket account = new Bucket();
    private final List<Bucket> contacts = new ArrayList<>();
    private Instant open = Instant.MIN;
    private int openings;

    private static final class Bucket {
        Optional<Instant> arrival = Optional.empty();
        Instant throttled = Instant.MIN;

        Optional<Hold> take(Pace pace, Hold.Kind kind, Instant now) {
            if (throttled.isAfter(now)) {
                return Optional.of(new Hold(Hold.Kind.THROTTLED, throttled));
            }
            return switch (Gcra.admit(arrival, pace, now)) {
                case Gcra.TooEarly early -> Optional.of(new Hold(kind, early.until()));
                case Gcra.Admitted admitted -> {
                    arrival = Optional.of(admitted.next());
                    yield Optional.empty();
                }
            };
        }
    }

    Keeper(Capabilities can, int people) {
        this.can = can;
        for (int i = 0; i < people; i++) {
            contacts.add(new Bucket());
        }
    }

    /** What holds a message back; empty when it was given its place. */
    Optional<Hold> admit(int who, Instant now) {
        if (open.isAfter(now)) {
            return Optional.of(new Hold(Hold.Kind.PROVIDER_DOWN, open));
        }
        Optional<Hold> ours = account.take(can.account(), Hold.Kind.ACCOUNT_PACE, now);
        return ours.isPresent()
                ? ours
                : contacts.get(who).take(can.contact(), Hold.Kind.CONTACT_PACE, now);
    }

    void works() {
        openings = 0;
    }

    Instant fails(Instant now) {
        open = now.plus(Backoff.after(openings++));
        return open;
    }

    void throttle(Instant until) {
        account.throttled = until;
    }

    void throttle(int who, Instant until) {
        contacts.get(who).throttled = until;
    }
}
