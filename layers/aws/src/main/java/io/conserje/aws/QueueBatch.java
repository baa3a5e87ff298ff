package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Goes through a batch group by group: groups at the same time, a group's messages in their order.
 * When one cannot be done now, the rest of its group waits with it and no other group does. One
 * that can never be done goes to the dead-letter queue with its reason, and its group goes on.
 */
public final class QueueBatch {
    private final QueueFailures failures;
    private final Crew crew;
    private final Duration longestRun;

    /**
     * @param longestRun how long one run may take; what could not end before the function's timeout
     *     is not begun
     */
    public QueueBatch(QueueFailures failures, Crew crew, Duration longestRun) {
        this.failures = failures;
        this.crew = crew;
        this.longestRun = longestRun;
    }

    /** What to do with messages of one group. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does all of the run as one, or throws and has done nothing that doing it again would
         * double.
         */
        Verdict on(List<SQSMessage> run);
    }

    public sealed interface Verdict {}

    public record Done() implements Verdict {}

    public record Again(Duration after, String reason) implements Verdict {}

    public record Never(String reason) implements Verdict {}

    /** Offers each group's messages together first, and one by one when that does not work out. */
    public SQSBatchResponse together(SQSEvent event, Supplier<Duration> remaining, Work work) {
        return run(event, remaining, work, true);
    }

    /** Offers the messages one by one. */
    public SQSBatchResponse oneByOne(SQSEvent event, Supplier<Duration> remaining, Work work) {
        return run(event, remaining, work, false);
    }

    private SQSBatchResponse run(
            SQSEvent event, Supplier<Duration> remaining, Work work, boolean together) {
        List<Future<List<SQSMessage>>> runs = new ArrayList<>();
        try (ExecutorService threads = crew.gather()) {
            for (List<SQSMessage> group : groups(event)) {
                runs.add(
                        threads.submit(
                                () -> group(group, remaining, work, together && group.size() > 1)));
            }
        }
        return new SQSBatchResponse(
                runs.stream()
                        .flatMap(run -> run.resultNow().stream())
                        .map(message -> new BatchItemFailure(message.getMessageId()))
                        .toList());
    }

    private static Iterable<List<SQSMessage>> groups(SQSEvent event) {
        Map<String, List<SQSMessage>> groups = new LinkedHashMap<>();
        for (SQSMessage message : event.getRecords()) {
            // A standard queue has no groups: there each message stands alone.
            String group =
                    message.getAttributes().getOrDefault("MessageGroupId", message.getMessageId());
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(message);
        }
        return groups.values();
    }

    /** The messages that are left to do another time. */
    private List<SQSMessage> group(
            List<SQSMessage> group, Supplier<Duration> remaining, Work work, boolean together) {
        if (together && isTimeFor(remaining) && failures.judge(group, work) instanceof Done) {
            return List.of();
        }
        for (int i = 0; i < group.size(); i++) {
            List<SQSMessage> rest = group.subList(i, group.size());
            Verdict verdict =
                    isTimeFor(remaining)
                            ? failures.judge(group.subList(i, i + 1), work)
                            : new Again(Duration.ZERO, "the function's time is up");
            switch (verdict) {
                case Done done -> {}
                case Again again -> {
                    failures.postpone(rest, again);
                    return rest;
                }
                case Never never -> {
                    if (!failures.bury(group.get(i), never.reason())) {
                        failures.postpone(
                                rest,
                                new Again(Duration.ofSeconds(5), "the dead-letter queue is away"));
                        return rest;
                    }
                }
            }
        }
        return List.of();
    }

    private boolean isTimeFor(Supplier<Duration> remaining) {
        return remaining.get().compareTo(longestRun) >= 0;
    }
}
