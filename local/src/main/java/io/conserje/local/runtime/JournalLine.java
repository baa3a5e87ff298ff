package io.conserje.local.runtime;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What can happen to a queued message, one per line of the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "was")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalLine.Added.class, name = "added"),
    @JsonSubTypes.Type(value = JournalLine.Received.class, name = "received"),
    @JsonSubTypes.Type(value = JournalLine.Removed.class, name = "removed")
})
sealed interface JournalLine {
    record Added(StoredMessage message) implements JournalLine {}

    record Received(String queue, String id, int count, @Nullable String first)
            implements JournalLine {}

    record Removed(String queue, String id) implements JournalLine {}
}
