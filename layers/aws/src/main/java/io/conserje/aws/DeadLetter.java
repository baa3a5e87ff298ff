package io.conserje.aws;

import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.application.audit.Evidence.Parked;
import io.conserje.model.Arrival;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import io.conserje.wire.UnreadableWire;
import io.conserje.wire.Wire;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a message in a dead-letter queue is about. */
public final class DeadLetter {
    private static final Wire WIRE = new Wire();

    private DeadLetter() {}

    /**
     * @param queue that it could not leave: inbound, outbound, deferred or receipts
     * @param id of the queue message
     */
    public static Parked of(String queue, String id, String reason, String body) {
        Parked unknown =
                new Parked(
                        queue,
                        id,
                        reason,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty());
        try {
            return switch (queue) {
                case "inbound" -> heard(unknown, WIRE.read(body, Arrival.class));
                case "outbound" -> said(unknown, WIRE.read(body, OutboundMessage.class));
                case "deferred" -> said(unknown, WIRE.read(body, Deferral.class).message());
                default -> unknown;
            };
        } catch (UnreadableWire unreadable) {
            return unknown;
        }
    }

    private static Parked heard(Parked parked, Arrival arrival) {
        Set<MessageId> ids =
                arrival.messages().stream().map(InboundMessage::id).collect(Collectors.toSet());
        return new Parked(
                parked.queue(),
                parked.id(),
                parked.reason(),
                Optional.of(arrival.project()),
                Optional.of(arrival.conversation()),
                ids,
                Optional.empty());
    }

    private static Parked said(Parked parked, OutboundMessage message) {
        return new Parked(
                parked.queue(),
                parked.id(),
                parked.reason(),
                Optional.of(message.project()),
                Optional.of(message.id().conversation()),
                Set.of(),
                Optional.of(message.id()));
    }
}
