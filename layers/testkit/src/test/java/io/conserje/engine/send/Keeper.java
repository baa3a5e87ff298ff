package io.conserje.engine.send;

import io.conserje.model.Capabilities;
import io.conserje.model.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the paces and what the provider asked for, as the shell's coordination does. */
final class Keeper {
    private final Capabilities can;
    private final Bucket account = new Bucket();
    private final List<Bucket> contacts = new ArrayList<>();
    private final Map<Gate.Scope, Bucket> daily = new EnumMap<>(Gate.Scope.class);
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

        void giveBack(Pace pace) {
            arrival = arrival.map(at -> at.minus(pace.interval()));
        }
    }

    Keeper(Capabilities can, int people) {
        this.can = can;
        for (int i = 0; i < people; i++) {
            contacts.add(new Bucket());
        }
    }

    /** What holds a message back; empty when it was given its places. */
    Optional<Hold> admit(int who, Initiative initiative, Instant now) {
        if (open.isAfter(now)) {
            return Optional.of(new Hold(Hold.Kind.PROVIDER_DOWN, open));
        }
        List<Gate> gates = Gate.of(can, initiative);
        for (Gate gate : gates) {
            Optional<Hold> hold = bucket(who, gate).take(gate.pace(), gate.hold(), now);
            if (hold.isPresent()) {
                gates.subList(0, gates.indexOf(gate))
                        .forEach(taken -> bucket(who, taken).giveBack(taken.pace()));
                return hold;
            }
        }
        return Optional.empty();
    }

    private Bucket bucket(int who, Gate gate) {
        return switch (gate.scope()) {
            case ACCOUNT -> account;
            case CONTACT -> contacts.get(who);
            case DAY, UNASKED, FIRSTS -> daily.computeIfAbsent(gate.scope(), scope -> new Bucket());
        };
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
