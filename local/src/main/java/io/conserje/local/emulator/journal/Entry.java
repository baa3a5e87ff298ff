package io.conserje.local.emulator.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.post.Webhook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened. What belongs together is one entry, so that it survives together. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Wrote.class, name = "wrote"),
    @JsonSubTypes.Type(value = Entry.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = Entry.Marked.class, name = "marked")
})
public sealed interface Entry {

    /** A line of a conversation, with the profile name the customer had then. */
    record Note(String customer, String name, PhoneLine line) {}

    /** Lines were written, and these webhooks must tell of them. */
    record Wrote(List<Note> notes, List<Webhook> owed) implements Entry {
        public Wrote {
            notes = List.copyOf(notes);
            owed = List.copyOf(owed);
        }
    }

    /** A webhook reached its end. */
    record Acknowledged(String webhook) implements Entry {}

    /** The system under test read a message, or is typing an answer to it, or both. */
    record Marked(String message, @Nullable Instant readAt, @Nullable Instant typingAt)
            implements Entry {}
}
