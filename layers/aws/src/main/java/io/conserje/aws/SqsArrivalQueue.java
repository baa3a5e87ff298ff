package io.conserje.aws;

import io.conserje.application.ArrivalQueue;
import io.conserje.model.Arrival;
import io.conserje.model.InboundMessage;
import io.conserje.wire.Wire;
import java.util.List;
import java.util.Map;

/**
 * The inbound queue. Message group = conversation, deduplication id = a digest of the provider's
 * message ids.
 */
public final class SqsArrivalQueue implements ArrivalQueue {
    private final SqsMessages queue;
    private final Wire wire;

    public SqsArrivalQueue(AwsClients clients, Env env, Wire wire) {
        Variables variables = new Variables(env);
        this.queue = new SqsMessages(clients, variables.required("INBOUND_QUEUE_URL"));
        this.wire = wire;
        variables.check();
    }

    @Override
    public void send(List<Arrival> arrivals) {
        queue.sendTogether(arrivals.stream().map(this::entry).toList());
    }

    private SqsMessages.Entry entry(Arrival arrival) {
        String conversation = arrival.conversation().value();
        StringBuilder messages = new StringBuilder(conversation);
        for (InboundMessage message : arrival.messages()) {
            messages.append('\n').append(message.id());
        }
        return new SqsMessages.Entry(
                wire.write(arrival),
                conversation,
                Items.sha256(messages.toString()),
                Map.of("correlation", arrival.correlation().value()));
    }
}
