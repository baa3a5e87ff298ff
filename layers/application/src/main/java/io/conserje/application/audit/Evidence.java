package io.conserje.application.audit;

import io.conserje.application.Conversations.Status;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.LogEntry;
import io.conserje.model.AccountRef;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import io.conserje.model.Terms.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is stored of a stage, as far as its promises are about it. Read while nothing is on its
 * way, it is one picture; else what was read early may have moved on by the end.
 *
 * @param marks by which repetitions are told, {@code <conversation>#<digest of the message id>}
 * @param handled what people did about what was parked
 */
public record Evidence(
        List<State> states,
        List<Heard> heard,
        List<Said> said,
        Set<String> marks,
        Diary diary,
        Queues queues,
        Handled handled) {
    public Evidence {
        states = List.copyOf(states);
        heard = List.copyOf(heard);
        said = List.copyOf(said);
        marks = Set.copyOf(marks);
    }

    /**
     * A conversation.
     *
     * @param outbox what its last turn said and nobody has confirmed to be queued
     */
    public record State(
            ProjectId project,
            ConversationId conversation,
            long version,
            long lastSequence,
            List<OutboundId> outbox) {}

    /**
     * A message from outside that took effect.
     *
     * @param turn of the conversation, from 1
     * @param rule that decided on it
     * @param mark what {@link Evidence#marks} must have for it
     * @param markedUntil as long as a provider may repeat it; then its mark may be gone
     */
    public record Heard(
            ProjectId project,
            ConversationId conversation,
            long sequence,
            long turn,
            MessageId message,
            String rule,
            Instant at,
            String mark,
            Instant markedUntil) {}

    /**
     * A message of ours.
     *
     * @param waited whether it was put aside for later ones of its conversation to overtake
     * @param replayed whether a person sent it on its way again, once it had been given up
     * @param rule by which it ended as it did; empty while it has not been decided on
     * @param text to hold against what was done, never to be printed
     */
    public record Said(
            ProjectId project,
            AccountRef account,
            OutboundId id,
            long turn,
            Status status,
            Optional<String> providerId,
            Purpose purpose,
            boolean waited,
            boolean replayed,
            Instant at,
            String rule,
            String text) {

        public boolean wasTaken() {
            return switch (status) {
                case ACCEPTED, SENT, DELIVERED, READ, PLAYED -> true;
                case QUEUED, SENDING, FAILED, PARKED, REFUSED -> false;
            };
        }

        /** Whether nobody promises that it is sent in its order. */
        public boolean mayComeLate() {
            return waited || replayed;
        }

        public boolean isUnderWay() {
            return status == Status.QUEUED || status == Status.SENDING;
        }
    }

    /**
     * The appointments.
     *
     * @param shared the services that several people have at the same time, {@code
     *     <project>#<service>}
     */
    public record Diary(
            List<Booking> bookings,
            List<LogEntry> log,
            List<DaySheet> sheets,
            List<Agenda> agendas,
            Set<String> shared) {
        public Diary {
            bookings = List.copyOf(bookings);
            log = List.copyOf(log);
            sheets = List.copyOf(sheets);
            agendas = List.copyOf(agendas);
            shared = Set.copyOf(shared);
        }
    }

    /**
     * @param underWay how many messages wait in queues that are consumed, or are in a consumer's
     *     hands
     * @param parked what lies in dead-letter queues
     */
    public record Queues(long underWay, List<Parked> parked) {
        public Queues {
            parked = List.copyOf(parked);
        }
    }

    /**
     * @param queue by the name of the queue that it could not leave
     * @param project whose it is, as far as it can be read
     * @param conversation that it belongs to
     * @param heard the messages from outside that it brings
     * @param said the message of ours that it is
     */
    public record Parked(
            String queue,
            String id,
            String reason,
            Optional<ProjectId> project,
            Optional<ConversationId> conversation,
            Set<MessageId> heard,
            Optional<OutboundId> said) {
        public Parked {
            heard = Set.copyOf(heard);
        }
    }

    /**
     * @param replayed what was sent on its way again
     * @param discarded what was taken out, and will not be done
     */
    public record Handled(List<Parked> replayed, List<Parked> discarded) {
        public Handled {
            replayed = List.copyOf(replayed);
            discarded = List.copyOf(discarded);
        }
    }
}
