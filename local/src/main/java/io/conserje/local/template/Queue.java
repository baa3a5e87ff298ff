package io.conserje.local.template;

import java.time.Duration;
import java.util.Optional;

public record Queue(
        String id,
        String name,
        boolean fifo,
        Duration visibilityTimeout,
        Duration delay,
        Duration retention,
        Duration receiveWait,
        Deduplication deduplication,
        Optional<Redrive> redrive) {

    /**
     * {@code byContent}: the body's hash stands in for a missing id; {@code perGroup}: ids count
     * within a message group.
     */
    public record Deduplication(boolean byContent, boolean perGroup) {}

    public record Redrive(String targetId, int maxReceiveCount) {}
}
