package io.conserje.local.emulator.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.post.Receipt;
import io.conserje.local.emulator.post.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00.123Z");

    @TempDir Path folder;

    @Test
    void everyKindOfEntryIsReadAsItWasWritten() {
        PhoneLine line =
                PhoneLine.written(Direction.BUSINESS, THEN, "button", "¿Sí?\n", "wamid.1")
                        .withOptions(List.of(new Option("yes", "Sí", null)))
                        .withStatus(Status.FAILED, "131026 Message undeliverable")
                        .withRead(THEN)
                        .withTyping(THEN);
        Webhook webhook =
                new Webhook(
                        "34600/told/0/sent",
                        List.of("34600"),
                        List.of(new Receipt("wamid.1", Status.SENT, null)),
                        JsonNodeFactory.instance.objectNode().put("object", "x"));
        List<Entry> entries =
                List.of(
                        new Entry.Wrote(
                                List.of(new Entry.Note("34600", "Ana", line)), List.of(webhook)),
                        new Entry.Acknowledged("34600/told/0/sent"),
                        new Entry.Marked("wamid.1", THEN, null));
        Path path = folder.resolve("deeper/journal.jsonl");

        try (Journal journal = Journal.startOver(path, List.of())) {
            entries.forEach(journal::append);
        }

        assertEquals(entries, Journal.read(path));
    }

    @Test
    void aLineThatIsBrokenInTheMiddleIsNotPassedOver() throws IOException {
        Path path = folder.resolve("journal.jsonl");
        Files.writeString(path, "{\"what\":\n{\"what\":\"acknowledged\",\"webhook\":\"w\"}\n");

        var thrown = assertThrows(UncheckedIOException.class, () -> Journal.read(path));

        assertTrue(String.valueOf(thrown.getCause()).contains("Line 1 is broken"));
    }
}
