package io.conserje.aws;

import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.application.OutboundQueue;
import io.conserje.model.OutboundMessage;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The outbound queue. Message group = conversation, deduplication id = our name of the message. */
public final class SqsOutboundQueue implements OutboundQueue {
    private final SqsMessages queue;
    private final Wire wire;

    public SqsOutboundQueue(AwsClients clients, Env env, Wire wire) {
        Variables variables = new Variables(env);
        this.queue = new SqsMessages(clients, variables.required("OUTBOUND_QUEUE_URL"));
        this.wire = wire;
        variables.check();
    }

    @Override
    public void send(List<OutboundMessage> messages) {
        queue.sendInOrder(messages.stream().map(this::entry).toList());
    }

    /** Under an id of its own, or the queue would take it for a repetition of the first time. */
    @Override
    public void again(Deferral deferral, Instant now) {
        OutboundMessage message = deferral.message();
        queue.sendInOrder(List.of(entry(message, message.id() + "@" + now.toEpochMilli())));
    }

    private SqsMessages.Entry entry(OutboundMessage message) {
        return entry(message, message.id().toString());
    }

    private SqsMessages.Entry entry(OutboundMessage message, String deduplication) {
        return new SqsMessages.Entry(
                wire.write(message),
                message.id().conversation().value(),
                deduplication,
                Map.of("correlation", message.correlation().value()));
    }
}
