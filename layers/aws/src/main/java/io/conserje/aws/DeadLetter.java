package io.conserje.aws;

import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.application.audit.Evidence.Parked;
import io.conserje.model.Arrival;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
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
     * @param queue as the template names it
     * @param id of the queue message
     */
    public static Parked of(String queue, String id, String reason, String body) {
        try {
            return switch (queue) {
                case "InboundDeadLetters" ->
                        parked(queue, id, reason, heard(WIRE.read(body, Arrival.class)));
                case "OutboundDeadLetters" ->
                        parked(queue, id, reason, WIRE.read(body, OutboundMessage.class).id());
                case "DeferredDeadLetters" ->
                        parked(queue, id, reason, WIRE.read(body, Deferral.class).message().id());
                default -> parked(queue, id, reason, Set.of());
            };
        } catch (UnreadableWire unreadable) {
            return parked(queue, id, reason, Set.of());
        }
    }

    private static Set<MessageId> heard(Arrival arrival) {
        return arrival.messages().stream().map(InboundMessage::id).collect(Collectors.toSet());
    }

    private static Parked parked(String queue, String id, String reason, Set<MessageId> heard) {
        return new Parked(queue, id, reason, heard, Optional.empty());
    }

    private static Parked parked(String queue, String id, String reason, OutboundId said) {
        return new Parked(queue, id, reason, Set.of(), Optional.of(said));
    }
}
