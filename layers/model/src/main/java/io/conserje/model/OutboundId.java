package io.conserje.model;

/**
 * Names a message of ours before the provider does.
 *
 * @param sequence its place in the conversation, counted over both directions from 1
 */
public record OutboundId(ConversationId conversation, long sequence) {
    public OutboundId {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence is " + sequence + ": it counts from 1");
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static OutboundId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no outbound id: it reads <conversation>.<sequence>");
        }
        return new OutboundId(
                new ConversationId(text.substring(0, dot)),
                Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return conversation + "." + sequence;
    }
}
