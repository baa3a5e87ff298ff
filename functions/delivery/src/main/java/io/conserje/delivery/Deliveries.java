package io.conserje.delivery;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.DeliverMessage;
import io.conserje.application.Unavailable;
import io.conserje.aws.QueueBatch;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.QueueFailures;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.aws.priming.Priming.AtHttps;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Priming.Look;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.aws.priming.Scene;
import io.conserje.model.OutboundMessage;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hands messages to their providers in order, whatever has made it and calls it. */
public final class Deliveries {
    /** The provider's calls at their longest, an upload among them, and what surrounds them. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    /**
     * SQS takes a message away at the thousandth time, and says nothing. At a wait of minutes each,
     * that is more than a day.
     */
    private static final int MOST = 950;

    private final DeliverMessage deliverMessage;
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
                .playing("DeliveryFunction", "on-outbound-message");
    }

    public static Look[] looks() {
        return new Look[] {
            new AtTable("CONVERSATIONS_TABLE"), new AtQueue("OUTBOUND_QUEUE_URL"), new AtHttps()
        };
    }

    public Deliveries(
            DeliverMessage deliverMessage,
            Wire wire,
            Way way,
            InstantSource clock,
            QueueBatches queues) {
        this.deliverMessage = deliverMessage;
        this.wire = wire;
        this.way = way;
        this.clock = clock;
        this.batch = queues.of("OUTBOUND", LONGEST);
    }

    /**
     * @param remaining how long the call may still take
     */
    public SQSBatchResponse take(SQSEvent event, Supplier<Duration> remaining) {
        return batch.oneByOne(event, remaining, this::deliver);
    }

    private Verdict deliver(List<SQSMessage> run) {
        SQSMessage record = run.getFirst();
        OutboundMessage message = wire.read(record.getBody(), OutboundMessage.class);
        try (Trail trail =
                Trail.of(message.correlation(), message.id().conversation(), message.project())) {
            Instant begun = clock.instant();
            way.passed(
                    Word.QUEUE,
                    "taken from the queue",
                    Duration.between(message.decidedAt(), begun),
                    Map.of("queue", "outbound"));
            DeliverMessage.Outcome outcome = attempt(message, record, begun);
            return conclude(
                    message,
                    outcome,
                    QueueFailures.tries(record),
                    Duration.between(begun, clock.instant()));
        }
    }

    private DeliverMessage.Outcome attempt(
            OutboundMessage message, SQSMessage record, Instant begun) {
        try {
            return deliverMessage.deliver(message, begun);
        } catch (RuntimeException e) {
            Duration took = Duration.between(begun, clock.instant());
            String reason = e.getClass().getSimpleName();
            way.failed(Word.SEND, "not sent", took, Map.of("reason", reason));
            if (QueueFailures.isHopeless(record) && !(e instanceof Unavailable)) {
                deliverMessage.giveUp(message, reason, clock.instant());
            }
            throw e;
        }
    }

    private Verdict conclude(
            OutboundMessage message, DeliverMessage.Outcome outcome, int takenOut, Duration took) {
        return switch (outcome) {
            case DeliverMessage.Done done -> {
                Map<String, Object> fields =
                        Map.of(
                                "outbound",
                                message.id().toString(),
                                "status",
                                done.status(),
                                "detail",
                                done.detail());
                switch (done.status()) {
                    case PARKED -> way.parked(Word.SEND, "not sent", took, fields);
                    case FAILED -> way.failed(Word.SEND, "not sent", took, fields);
                    case REFUSED -> way.passed(Word.SEND, "refused", took, fields);
                    default -> way.passed(Word.SEND, "handed to the provider", took, fields);
                }
                yield new QueueBatch.Done();
            }
            case DeliverMessage.Again again when takenOut >= MOST -> {
                String reason = "taken out " + takenOut + " times: " + again.reason();
                deliverMessage.giveUp(message, reason, clock.instant());
                yield new QueueBatch.Never(reason);
            }
            case DeliverMessage.Again again -> {
                way.passed(
                        Word.SEND,
                        "not now",
                        took,
                        Map.of("outbound", message.id().toString(), "reason", again.reason()));
                yield new QueueBatch.Again(again.after(), again.reason());
            }
            case DeliverMessage.Deferred deferred -> {
                way.passed(
                        Word.SEND,
                        "deferred",
                        took,
                        Map.of(
                                "outbound", message.id().toString(),
                                "until", deferred.until().toString(),
                                "reason", deferred.reason()));
                yield new QueueBatch.Done();
            }
        };
    }
}
