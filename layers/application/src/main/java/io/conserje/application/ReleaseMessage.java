package io.conserje.application;

import io.conserje.application.DeferralQueue.Deferral;
import java.time.Instant;

/** Lets a message that waited go back on its way when its time has come. */
public final class ReleaseMessage {
    private final DeferralQueue deferred;
    private final OutboundQueue outbound;

    public ReleaseMessage(DeferralQueue deferred, OutboundQueue outbound) {
        this.deferred = deferred;
        this.outbound = outbound;
    }

    /**
     * @return whether it is on its way; otherwise it waits on, for longer than one delay of the
     *     queue can be
     * @throws Unavailable when a queue does not answer; doing it again is safe
     */
    public boolean release(Deferral deferral, Instant now) {
        if (now.isBefore(deferral.until())) {
            deferred.defer(deferral, now);
            return false;
        }
        outbound.again(deferral, now);
        return true;
    }
}
