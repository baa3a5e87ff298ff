package io.conserje.engine.booking;

import io.conserje.engine.Bilingual;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be booked.
 *
 * @param id what a button or a list row carries, for example {@code cleaning}
 * @param words further words that ask for it, in whichever language
 * @param length how long the customer is there
 * @param buffer how long the professional needs afterwards before the next
 * @param step between the times that it may begin at, counted from midnight: 30 minutes for the
 *     hour and the half hour
 * @param capacity how many people share one time; 1 for a visit, 8 for a class
 * @param price as it is told, when it is
 */
public record Service(
        String id,
        Bilingual name,
        List<String> words,
        Duration length,
        Duration buffer,
        Duration step,
        int capacity,
        Optional<Bilingual> price) {
    public Service {
        words = List.copyOf(words);
        if (length.compareTo(Duration.ZERO) <= 0 || length.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException(
                    "a service takes up to 12 hours, and longer than none");
        }
        if (buffer.isNegative() || buffer.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("a buffer is up to 12 hours, and not negative");
        }
        if (step.compareTo(Duration.ofMinutes(5)) < 0 || step.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("times are 5 minutes to 12 hours apart");
        }
        if (capacity < 1 || capacity > 500) {
            throw new IllegalArgumentException("a time is shared by 1 to 500 people");
        }
    }
}
