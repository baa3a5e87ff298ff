package io.conserje.engine.booking;

import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.Language;

/** Whose a booking is, and where they are written to. */
public record Customer(
        AccountRef account, Contact contact, ConversationId conversation, Language language) {}
