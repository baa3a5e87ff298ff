package io.conserje.conversation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.AdvanceConversation;
import io.conserje.application.Turn;
import io.conserje.aws.QueueBatch;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Priming.Look;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.aws.priming.Scene;
import io.conserje.model.Arrival;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides what waits of a conversation as one turn, whatever has made it and calls it. */
public final class Turns {
    /** With a customer's file to fetch and to keep; without one it is a fraction of a second. */
    private static final Duration LONGEST = Duration.ofSeconds(55);

    /** When most businesses are closed, which is said in other words. */
    private static final Instant SUNDAY = Instant.parse("2026-11-22T09:00:00Z");

    private final AdvanceConversation advanceConversation;
    private final Wire wire;
    private final Way way;
    private final InstantSource clock;
    private final QueueBatch batch;

    /**
     * What is gone through before a snapshot.
     *
     * @param again makes the handler another time
     */
    public static Rehearsal<SQSEvent, SQSBatchResponse> rehearsal(
            Function<Scene, RequestHandler<SQSEvent, SQSBatchResponse>> again) {
        return Rehearsal.of(SQSEvent.class, SQSBatchResponse.class, again)
                .playing("ConversationFunction", "on-inbound-message")
                .saying(
                        "¿A qué hora abren?",
                        "Hola",
                        "Quiero una limpieza dental mañana a las 10",
                        "I'd like a check-up next Thursday",
                        "Quiero hablar con alguien")
                .alsoAt(SUNDAY);
    }

    public static Look[] looks() {
        return new Look[] {new AtTable("CONVERSATIONS_TABLE"), new AtQueue("INBOUND_QUEUE_URL")};
    }

    public Turns(
            AdvanceConversation advanceConversation,
            Wire wire,
            Way way,
            InstantSource clock,
            QueueBatches queues) {
        this.advanceConversation = advanceConversation;
        this.wire = wire;
        this.way = way;
        this.clock = clock;
        this.batch = queues.of("INBOUND", LONGEST);
    }

    /**
     * @param remaining how long the call may still take
     */
    public SQSBatchResponse take(SQSEvent event, Supplier<Duration> remaining) {
        return batch.together(event, remaining, this::advance);
    }

    private Verdict advance(List<SQSMessage> run) {
        List<Arrival> arrivals =
                run.stream().map(message -> wire.read(message.getBody(), Arrival.class)).toList();
        Arrival last = arrivals.getLast();
        try (Trail trail = Trail.of(last.correlation(), last.conversation(), last.project())) {
            Instant begun = clock.instant();
            arrivals.forEach(arrival -> queued(arrival, begun));
            AdvanceConversation.Outcome outcome = advance(arrivals, begun);
            Duration took = Duration.between(begun, clock.instant());
            outcome.turns().forEach(turn -> decided(turn, outcome, took));
            if (outcome.turns().isEmpty()) {
                way.passed(Word.DECIDE, "heard before", took, Map.of());
            }
            return new QueueBatch.Done();
        }
    }

    private AdvanceConversation.Outcome advance(List<Arrival> arrivals, Instant begun) {
        try {
            return advanceConversation.advance(arrivals, begun);
        } catch (RuntimeException e) {
            Duration took = Duration.between(begun, clock.instant());
            way.failed(
                    Word.DECIDE,
                    "not decided",
                    took,
                    Map.of("reason", e.getClass().getSimpleName()));
            throw e;
        }
    }

    private void queued(Arrival arrival, Instant taken) {
        way.passed(
                Word.QUEUE,
                "taken from the queue",
                Duration.between(arrival.receivedAt(), taken),
                Map.of("queue", "inbound"));
    }

    private void decided(Turn turn, AdvanceConversation.Outcome outcome, Duration took) {
        for (Turn.Heard heard : turn.inbound()) {
            try (Trail trail = Trail.of(heard.correlation(), turn.conversation(), turn.project())) {
                way.passed(
                        Word.DECIDE,
                        heard.rule(),
                        took,
                        Map.of(
                                "turn", turn.after().version(),
                                "replies", turn.outbound().size(),
                                "handOvers", outcome.handOvers().size()));
            }
        }
    }
}
