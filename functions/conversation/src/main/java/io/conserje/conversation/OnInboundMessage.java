package io.conserje.conversation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.application.AdvanceConversation;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Way;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Consumes the inbound queue: what waits of a conversation is decided as one turn. */
public final class OnInboundMessage extends FrontDeskFunction<SQSEvent, SQSBatchResponse> {
    @Inject AdvanceConversation advanceConversation;

    @Inject Wire wire;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    @Inject QueueBatches queues;

    private final Turns turns;

    public OnInboundMessage() {
        this(FunctionContext.builder());
        prime(Turns.rehearsal(again(OnInboundMessage::new)), Turns.looks());
    }

    public OnInboundMessage(ApplicationContextBuilder context) {
        super(context);
        this.turns = new Turns(advanceConversation, wire, way, clock, queues);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return turns.take(event, invocation.remaining());
    }
}
