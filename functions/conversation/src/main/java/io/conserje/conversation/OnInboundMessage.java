package io.conserje.conversation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.application.AdvanceConversation;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Way;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Rehearsal;
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
        prime(
                Rehearsal.of(SQSEvent.class, SQSBatchResponse.class, again(OnInboundMessage::new))
                        .playing("ConversationFunction", "on-inbound-message")
                        .saying(
                                "¿A qué hora abren?",
                                "Hola",
                                "Quiero una limpieza dental mañana a las 10",
                                "I'd like a check-up next Thursday",
                                "Quiero hablar con alguien"),
                new AtTable("CONVERSATIONS_TABLE"),
                new AtQueue("INBOUND_QUEUE_URL"));
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
