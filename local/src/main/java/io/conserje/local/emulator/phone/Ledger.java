package io.conserje.local.emulator.phone;

import io.conserje.local.emulator.journal.Entry;
import io.conserje.local.emulator.journal.Entry.Note;
import io.conserje.local.emulator.journal.Journal;
import io.conserje.local.emulator.post.Webhook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conversations and their journal: what is changed here is written down first. */
public final class Ledger implements AutoCloseable {
    private final Conversations conversations = new Conversations();
    private final Journal journal;
    private final List<Webhook> unacknowledged;

    private Ledger(Path path) {
        Map<String, Webhook> owed = new LinkedHashMap<>();
        Journal.read(path).forEach(entry -> replay(entry, owed));
        unacknowledged = List.copyOf(owed.values());
        journal = Journal.startOver(path, asItStands());
    }

    /** Reads what happened before, and forgets what does not matter any more. */
    public static Ledger open(Path journal) {
        return new Ledger(journal);
    }

    public Conversations conversations() {
        return conversations;
    }

    /** The webhooks that were owed when the ledger was opened, oldest first. */
    public List<Webhook> unacknowledged() {
        return unacknowledged;
    }

    public void wrote(List<Note> notes, List<Webhook> owed) {
        journal.append(new Entry.Wrote(notes, owed));
        notes.forEach(conversations::apply);
    }

    public void acknowledged(Webhook webhook) {
        journal.append(new Entry.Acknowledged(webhook.id()));
        webhook.receipts().forEach(conversations::apply);
    }

    public void marked(Entry.Marked mark) {
        journal.append(mark);
        conversations.apply(mark);
    }

    private void replay(Entry entry, Map<String, Webhook> owed) {
        switch (entry) {
            case Entry.Wrote wrote -> {
                wrote.notes().forEach(conversations::apply);
                wrote.owed().forEach(webhook -> owed.put(webhook.id(), webhook));
            }
            case Entry.Acknowledged acknowledged -> {
                Webhook done = owed.remove(acknowledged.webhook());
                if (done != null) {
                    done.receipts().forEach(conversations::apply);
                }
            }
            case Entry.Marked marked -> conversations.apply(marked);
        }
    }

    private List<Entry> asItStands() {
        List<Entry> entries = new ArrayList<>();
        conversations.notes().forEach(n -> entries.add(new Entry.Wrote(List.of(n), List.of())));
        unacknowledged.forEach(w -> entries.add(new Entry.Wrote(List.of(), List.of(w))));
        return entries;
    }

    @Override
    public void close() {
        journal.close();
    }
}
