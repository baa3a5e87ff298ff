package io.conserje.engine.send;

import java.time.Instant;
import java.util.Arrays;

/** The other side of the wire: it takes a message or it has its troubles. */
final class Provider {
    private final boolean[] blocked;
    private final Instant[] slowTo;
    private Instant slow = Instant.MIN;
    private Instant down = Instant.MIN;

    Provider(int contacts) {
        blocked = new boolean[contacts];
        slowTo = new Instant[contacts];
        Arrays.fill(slowTo, Instant.MIN);
    }

    Step.Answer call(int who, Instant now) {
        if (now.isBefore(down)) {
            return Step.Answer.FAILED;
        }
        if (blocked[who]) {
            return Step.Answer.BLOCKED;
        }
        return now.isBefore(slow) || now.isBefore(slowTo[who])
                ? Step.Answer.THROTTLED
                : Step.Answer.TAKEN;
    }

    /** Until when the account takes nothing, if that is what holds a message back. */
    Instant slow() {
        return slow;
    }

    Instant slowTo(int who) {
        return slowTo[who];
    }

    void goesDown(Instant until) {
        down = until;
    }

    void slowsDown(Instant until) {
        slow = until;
    }

    void slowsDown(int who, Instant until) {
        slowTo[who] = until;
    }

    void blocks(int who, boolean now) {
        blocked[who] = now;
    }
}
