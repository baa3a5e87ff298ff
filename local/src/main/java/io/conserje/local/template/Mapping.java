package io.conserje.local.template;

import java.time.Duration;

/** A queue's consumer. */
public record Mapping(
        String functionId,
        String queueId,
        int batchSize,
        Duration batchingWindow,
        int maximumConcurrency,
        boolean reportsItemFailures) {}
