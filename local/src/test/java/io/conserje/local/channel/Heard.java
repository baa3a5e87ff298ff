package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.channel.Normalised;
import io.conserje.channel.Webhook;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.util.List;

/**
 * What reached us of something that a customer did.
 *
 * @param line how it stands on the telephone
 */
record Heard(PhoneLine line, List<Webhook> webhooks, List<Normalised> told) {

    static Heard of(Line on, PhoneLine line, List<Webhook> webhooks) {
        return new Heard(line, webhooks, on.told(webhooks));
    }

    Normalised.FromContact only() {
        assertEquals(1, told.size(), told::toString);
        return assertInstanceOf(Normalised.FromContact.class, told.getFirst());
    }

    Contact contact() {
        return only().contact();
    }

    InboundMessage message() {
        return only().message();
    }

    MessageId id() {
        return message().id();
    }

    Content content() {
        return message().content();
    }
}
