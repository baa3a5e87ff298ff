package io.conserje.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The queues' messages on disk, as a file that only grows while it runs. A line is with the
 * operating system before the sender gets its answer, so a killed process loses nothing; a machine
 * that loses power may lose the last lines. Opening it rewrites it with what is still queued.
 */
final class QueueJournal implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final long WORTH_EMPTYING = 16L * 1024 * 1024;

    private final List<StoredMessage> found;
    private final FileChannel file;
    private long queued;

    private QueueJournal(List<StoredMessage> found, FileChannel file) {
        this.found = found;
        this.file = file;
        this.queued = found.size();
    }

    static QueueJournal open(Path file) {
        try {
            List<StoredMessage> found = List.copyOf(read(file).values());
            rewrite(file, found);
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return new QueueJournal(found, channel);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot use " + file, failed);
        }
    }

    /** What was queued when it was opened, in the order of arrival. */
    List<StoredMessage> found() {
        return found;
    }

    synchronized void write(JournalLine line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(encode(line));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            queued +=
                    switch (line) {
                        case JournalLine.Added added -> 1;
                        case JournalLine.Received received -> 0;
                        case JournalLine.Removed removed -> -1;
                    };
            if (queued == 0 && file.size() > WORTH_EMPTYING) {
                file.truncate(0);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the queues' journal", failed);
        }
    }

    private static byte[] encode(JournalLine line) throws JsonProcessingException {
        byte[] json = JSON.writerFor(JournalLine.class).writeValueAsBytes(line);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 1);
        bytes.writeBytes(json);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static SequencedMap<String, StoredMessage> read(Path file) throws IOException {
        SequencedMap<String, StoredMessage> messages = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Iterator<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8).iterator();
            while (lines.hasNext()) {
                String line = lines.next();
                apply(line, lines.hasNext(), messages);
            }
        }
        return messages;
    }

    /** The last line may be half written: its sender never got an answer. */
    private static void apply(String line, boolean complete, Map<String, StoredMessage> messages)
            throws JsonProcessingException {
        try {
            apply(JSON.readValue(line, JournalLine.class), messages);
        } catch (JsonProcessingException malformed) {
            if (complete) {
                throw malformed;
            }
        }
    }

    private static void apply(JournalLine line, Map<String, StoredMessage> messages) {
        switch (line) {
            case JournalLine.Added(StoredMessage message) ->
                    messages.put(key(message.queue(), message.id()), message);
            case JournalLine.Received is ->
                    messages.computeIfPresent(
                            key(is.queue(), is.id()),
                            (key, message) -> message.received(is.count(), is.first()));
            case JournalLine.Removed(String queue, String id) -> messages.remove(key(queue, id));
        }
    }

    /** A message keeps its id when it moves to the dead letters. */
    private static String key(String queue, String id) {
        return queue + "/" + id;
    }

    private static void rewrite(Path file, List<StoredMessage> messages) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".fresh");
        try (var out = Files.newOutputStream(fresh)) {
            for (StoredMessage message : messages) {
                out.write(encode(new JournalLine.Added(message)));
            }
        }
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
