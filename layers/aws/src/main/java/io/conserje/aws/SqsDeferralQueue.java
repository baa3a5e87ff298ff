package io.conserje.aws;

import io.conserje.application.DeferralQueue;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The queue of what waits for hours, a standard one: SQS delays a message of a standard queue by up
 * to 15 minutes, so a longer wait is several delays in a row.
 */
final class SqsDeferralQueue implements DeferralQueue {
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final SqsMessages queue;
    private final Wire wire;

    SqsDeferralQueue(AwsClients clients, Env env, Wire wire) {
        Variables variables = new Variables(env);
        this.queue = new SqsMessages(clients, variables.required("DEFERRED_QUEUE_URL"));
        this.wire = wire;
        variables.check();
    }

    @Override
    public void defer(Deferral deferral, Instant now) {
        Duration left = Duration.between(now, deferral.until());
        Duration delay = left.compareTo(LONGEST_DELAY) < 0 ? left : LONGEST_DELAY;
        queue.sendLater(
                new SqsMessages.Entry(
                        wire.write(deferral),
                        "",
                        "",
                        Map.of("correlation", deferral.message().correlation().value())),
                delay.isNegative() ? Duration.ZERO : delay);
    }
}
