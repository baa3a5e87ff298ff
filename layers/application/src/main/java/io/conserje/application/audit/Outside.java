package io.conserje.application.audit;

import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import java.util.List;
import java.util.Optional;

/**
 * What the providers know. Only who plays them can tell.
 *
 * @param posted what they told us and we acknowledged
 * @param taken what they took of us, in their order
 */
public record Outside(List<Posted> posted, List<Taken> taken) {
    public Outside {
        posted = List.copyOf(posted);
        taken = List.copyOf(taken);
    }

    /**
     * One message that we said we have.
     *
     * @param began when it was first sent to us, on any clock that both have
     * @param acknowledged when we first said that we have it, on the same clock
     */
    public record Posted(
            ConversationId conversation, MessageId message, long began, long acknowledged) {}

    /**
     * One message that a provider took of us.
     *
     * @param ours our name of it, where the provider was given it
     * @param providerId the provider's
     * @param excused whether nobody promises that it was sent once and in order: its provider had
     *     not told us of the first time in time, or who sent it had been frozen for minutes since
     *     it decided to
     */
    public record Taken(
            ConversationId conversation,
            Optional<OutboundId> ours,
            String providerId,
            boolean excused) {}
}
