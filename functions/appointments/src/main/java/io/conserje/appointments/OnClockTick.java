package io.conserje.appointments;

import io.conserje.application.booking.AttendToDues;
import io.conserje.application.booking.AttendToDues.Outcome;
import io.conserje.application.booking.Became;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Rehearsal;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Each minute: has done what is due by now. Its event is read as a map because EventBridge
 * Scheduler sends a text as {@code detail}, where {@code ScheduledEvent} of aws-lambda-java-events
 * wants an object; nothing of it is needed.
 */
public final class OnClockTick
        extends FrontDeskFunction<Map<String, Object>, Map<String, Integer>> {

    @Inject AttendToDues attendToDues;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    public OnClockTick() {
        this(FunctionContext.builder());
        prime(
                Rehearsal.of(Map.class, Map.class, again(OnClockTick::new))
                        .playing("AppointmentsFunction", "tick"),
                new AtTable("BOOKINGS_TABLE"));
    }

    public OnClockTick(ApplicationContextBuilder context) {
        super(context);
    }

    @Override
    public Map<String, Integer> execute(Map<String, Object> tick) {
        Instant begun = clock.instant();
        Outcome outcome = attendToDues.attend(begun, invocation.remaining());
        Map<String, Integer> counts = counts(outcome);
        Duration took = Duration.between(begun, clock.instant());
        if (outcome.of(Became.FAILED) > 0) {
            way.failed(Word.DUE, "some are left for the next minute", took, Map.copyOf(counts));
        } else if (outcome.any()) {
            way.passed(Word.DUE, "attended to what was due", took, Map.copyOf(counts));
        }
        return counts;
    }

    private static Map<String, Integer> counts(Outcome outcome) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Became became : Became.values()) {
            counts.put(became.name().toLowerCase(Locale.ROOT), outcome.of(became));
        }
        return counts;
    }
}
