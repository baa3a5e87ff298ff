package io.conserje.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A function's recurring time.
 *
 * @param name as it has it in its ARN
 * @param by which of the two products keeps it: they send different events
 * @param input what the template has it send instead
 */
public record Schedule(
        String functionId, String name, By by, Duration every, Optional<String> input) {

    public enum By {
        /** EventBridge Scheduler: an event of type {@code ScheduleV2}. */
        SCHEDULER,
        /** A rule of EventBridge's: an event of type {@code Schedule}. */
        RULE
    }
}
