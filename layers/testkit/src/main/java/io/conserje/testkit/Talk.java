package io.conserje.testkit;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations;
import io.conserje.application.Turn;
import io.conserje.engine.Session;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import io.conserje.model.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns of one conversation, as a test needs them: what is heard, what is said, nothing decided.
 */
public record Talk(ProjectId project, AccountRef account, Contact contact, Instant now) {

    /** Ana's conversation with the clinic. */
    public static Talk withAna() {
        return new Talk(Businesses.CLINIC, Businesses.ACCOUNT, Arrivals.ANA, Messages.MORNING);
    }

    public static Talk withBeto() {
        return new Talk(Businesses.CLINIC, Businesses.ACCOUNT, Arrivals.BETO, Messages.MORNING);
    }

    public ConversationId id() {
        return ConversationId.of(project, account, contact);
    }

    /** A turn that hears these messages and says nothing. */
    public Turn hearing(Conversation before, String... messages) {
        List<Turn.Heard> heard = new ArrayList<>();
        for (String message : messages) {
            heard.add(new Turn.Heard(Messages.text(message, "hola"), "greets", "request-1"));
        }
        Session session =
                new Session(
                        Optional.empty(),
                        new Session.Automatic(),
                        true,
                        Set.of(),
                        messages.length,
                        List.of(),
                        List.of(),
                        Optional.empty());
        return new Turn(
                project,
                id(),
                Optional.of(contact),
                before,
                session,
                before.standing().withLastInbound(now),
                heard,
                List.of(),
                now);
    }

    /** The same turn, but it says something too. */
    public Turn saying(Turn turn, String... texts) {
        List<OutboundMessage> out = new ArrayList<>();
        long sequence = turn.before().lastSequence() + turn.inbound().size();
        for (String text : texts) {
            sequence++;
            Optional<MessageId> answers = Optional.of(turn.inbound().getLast().message().id());
            out.add(message(sequence, answers, text));
        }
        return new Turn(
                project,
                id(),
                Optional.of(contact),
                turn.before(),
                turn.session(),
                turn.standing(),
                turn.inbound(),
                out,
                now);
    }

    private OutboundMessage message(long sequence, Optional<MessageId> answers, String text) {
        return new OutboundMessage(
                new OutboundId(id(), sequence),
                project,
                account,
                contact,
                answers,
                new Outgoing.Say(text),
                Terms.answer(now),
                new CorrelationId("request-1"),
                now);
    }

    /** Has the conversation say something, and gives the message that is now queued. */
    public OutboundMessage says(Conversations conversations, String text) {
        Conversation before = conversations.load(project, id());
        Turn turn = saying(hearing(before, "question before " + text), text);
        if (!(conversations.commit(turn) instanceof Conversations.Committed)) {
            throw new AssertionError("the turn that says '" + text + "' was not written");
        }
        return turn.outbound().getFirst();
    }
}
