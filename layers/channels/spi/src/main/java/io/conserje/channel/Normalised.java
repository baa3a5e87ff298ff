package io.conserje.channel;

import io.conserje.model.Contact;
import io.conserje.model.InboundMessage;
import io.conserje.model.Receipt;

/** One thing that a webhook tells. */
public sealed interface Normalised {

    /** Somebody wrote to the business. */
    record FromContact(Contact contact, InboundMessage message) implements Normalised {}

    /** What became of a message of ours. */
    record AboutMessage(Receipt receipt) implements Normalised {}

    /**
     * The provider speaks about the account, or in a shape that names no contact. Its id is a
     * digest of what came.
     */
    record AboutAccount(InboundMessage message) implements Normalised {}

    /**
     * Something that concerns nobody here, such as what people in a group say to each other. It is
     * not stored, only counted.
     *
     * @param why a few words for the log, without anything that was said
     */
    record PassedOver(String why) implements Normalised {}
}
