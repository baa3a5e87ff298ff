package io.conserje.engine.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * A time of a professional for a service.
 *
 * @param end when the customer leaves
 * @param busyUntil when the professional is free again
 */
public record Slot(
        String service, String professional, Instant start, Instant end, Instant busyUntil) {

    public static Slot of(Service service, String professional, Instant start) {
        Instant end = start.plus(service.length());
        return new Slot(service.id(), professional, start, end, end.plus(service.buffer()));
    }

    /** Whether one professional could not do both. */
    boolean overlaps(Slot other) {
        return start.isBefore(other.busyUntil) && other.start.isBefore(busyUntil);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
