package io.conserje.testkit;

import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What webhooks bring to the clinic. */
public final class Arrivals {
    public static final Contact ANA = Contact.ofPhone("50760000000");
    public static final Contact BETO = Contact.ofPhone("50761111111");
    public static final CorrelationId CORRELATION = new CorrelationId("request-1");

    private Arrivals() {}

    /** Ana writes; each text names itself, so the same text is the same message again. */
    public static Arrival fromAna(String... texts) {
        return from(ANA, Arrays.stream(texts).map(Messages::text).toArray(InboundMessage[]::new));
    }

    public static Arrival from(Contact contact, InboundMessage... messages) {
        return arrival(Optional.of(contact), CORRELATION, List.of(messages));
    }

    public static Arrival aboutTheAccount(InboundMessage... messages) {
        return arrival(Optional.empty(), CORRELATION, List.of(messages));
    }

    public static Arrival arrival(
            Optional<Contact> contact, CorrelationId correlation, List<InboundMessage> messages) {
        return new Arrival(
                Businesses.CLINIC,
                Businesses.ACCOUNT,
                contact,
                messages,
                correlation,
                Messages.MORNING);
    }

    /** The conversation that somebody has with the clinic. */
    public static ConversationId conversationOf(Contact contact) {
        return ConversationId.of(Businesses.CLINIC, Businesses.ACCOUNT, contact);
    }
}
