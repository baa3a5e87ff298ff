package io.conserje.delivery;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.application.ReleaseMessage;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatch;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.model.OutboundMessage;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Consumes the queue of what waits for hours: lets a message go on when its time has come. */
public final class OnDeferredMessage extends FrontDeskFunction<SQSEvent, SQSBatchResponse> {
    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(10);

    @Inject ReleaseMessage releaseMessage;

    @Inject Wire wire;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    @Inject QueueBatches queues;

    private final QueueBatch batch;

    public OnDeferredMessage() {
        this(FunctionContext.builder());
        prime(
                Rehearsal.of(SQSEvent.class, SQSBatchResponse.class, again(OnDeferredMessage::new))
                        .playing("DeferredFunction", "on-deferred-message"),
                new AtQueue("DEFERRED_QUEUE_URL"));
    }

    public OnDeferredMessage(ApplicationContextBuilder context) {
        super(context);
        this.batch = queues.of("DEFERRED", LONGEST_RELEASE);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return batch.oneByOne(event, invocation.remaining(), this::release);
    }

    private Verdict release(List<SQSMessage> run) {
        Deferral deferral = wire.read(run.getFirst().getBody(), Deferral.class);
        OutboundMessage message = deferral.message();
        try (Trail trail =
                Trail.of(message.correlation(), message.id().conversation(), message.project())) {
            Instant begun = clock.instant();
            boolean released = releaseMessage.release(deferral, begun);
            way.passed(
                    Word.QUEUE,
                    released ? "goes on" : "waits on",
                    Duration.between(begun, clock.instant()),
                    Map.of(
                            "queue", "deferred",
                            "outbound", message.id().toString(),
                            "until", deferral.until().toString()));
            return new QueueBatch.Done();
        }
    }
}
