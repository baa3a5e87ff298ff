package io.conserje.local.emulator.phone;

import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.journal.Entry;
import io.conserje.local.emulator.journal.Entry.Note;
import io.conserje.local.emulator.post.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Every customer's conversation. */
public final class Conversations {
    private final Map<String, Conversation> byCustomer = new ConcurrentHashMap<>();
    private final Map<String, Conversation> byMessage = new ConcurrentHashMap<>();

    public Conversation of(String customer) {
        return byCustomer.computeIfAbsent(customer, c -> new Conversation(c, "Customer " + c));
    }

    public Optional<Conversation> withMessage(String message) {
        return Optional.ofNullable(byMessage.get(message));
    }

    /** Does something while nobody else writes to these customers' conversations. */
    public <T> T holding(Collection<String> customers, Supplier<T> work) {
        // Always in the same order, or two who hold the same two would wait for each other.
        List<Conversation> held = customers.stream().distinct().sorted().map(this::of).toList();
        held.forEach(conversation -> conversation.lock.lock());
        try {
            return work.get();
        } finally {
            held.forEach(conversation -> conversation.lock.unlock());
        }
    }

    public void apply(Note note) {
        Conversation conversation = of(note.customer());
        conversation.rename(note.name());
        conversation.add(note.line());
        byMessage.put(note.line().id(), conversation);
    }

    public void apply(Receipt receipt) {
        withMessage(receipt.message())
                .ifPresent(c ->
                        c.change(
                                receipt.message(),
                                l -> l.withStatus(receipt.becomes(), receipt.failure())));
    }

    public void apply(Entry.Marked marked) {
        withMessage(marked.message()).ifPresent(c -> apply(c, marked));
    }

    private static void apply(Conversation conversation, Entry.Marked marked) {
        Instant readAt = marked.readAt();
        if (readAt != null) {
            conversation.read(marked.message(), readAt);
        }
        Instant typingAt = marked.typingAt();
        if (typingAt != null) {
            conversation.change(marked.message(), line -> line.withTyping(typingAt));
        }
    }

    /** Everything as it is now, for a journal that starts over. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (Conversation conversation : byCustomer.values()) {
            for (PhoneLine line : conversation.transcript()) {
                notes.add(new Note(conversation.customer(), conversation.name(), line));
            }
        }
        return notes;
    }
}
