package io.conserje.conversation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.AdvanceConversation;
import io.conserje.application.Turn;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatch;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.model.Arrival;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Consumes the inbound queue: what waits of a conversation is decided as one turn. */
public final class OnInboundMessage extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
    /** With a customer's file to fetch and to keep; without one it is a fraction of a second. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(55);

    @Inject AdvanceConversation advanceConversation;

    @Inject Wire wire;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    @Inject QueueBatches queues;

    private final QueueBatch batch;

    public OnInboundMessage() {
        this(FunctionContext.builder());
    }

    public OnInboundMessage(ApplicationContextBuilder context) {
        super(context);
        this.batch = queues.of("INBOUND", LONGEST_TURN);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return batch.together(event, invocation.remaining(), this::advance);
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
