package io.conserje.aws;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Makes what a queue's consumer goes through its batches with. */
public final class QueueBatches {
    private final AwsClients clients;
    private final Env env;
    private final RandomGenerator random;
    private final Crew crew;

    QueueBatches(AwsClients clients, Env env, RandomGenerator random, Crew crew) {
        this.clients = clients;
        this.env = env;
        this.random = random;
        this.crew = crew;
    }

    /**
     * @param queue as its variables name it, {@code INBOUND} for {@code INBOUND_QUEUE_URL}
     * @param longestRun how long one run may take
     */
    public QueueBatch of(String queue, Duration longestRun) {
        return new QueueBatch(new QueueFailures(clients, env, queue, random), crew, longestRun);
    }
}
