package io.conserje.delivery;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.application.DeliverMessage;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Way;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * Consumes the outbound queue: hands each message to its provider, a conversation's in their order.
 */
public final class OnOutboundMessage extends FrontDeskFunction<SQSEvent, SQSBatchResponse> {
    @Inject DeliverMessage deliverMessage;

    @Inject Wire wire;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    @Inject QueueBatches queues;

    private final Deliveries deliveries;

    public OnOutboundMessage() {
        this(FunctionContext.builder());
        prime(Deliveries.rehearsal(again(OnOutboundMessage::new)), Deliveries.looks());
    }

    public OnOutboundMessage(ApplicationContextBuilder context) {
        super(context);
        this.deliveries = new Deliveries(deliverMessage, wire, way, clock, queues);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return deliveries.take(event, invocation.remaining());
    }
}
