package io.conserje.local.emulator.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of entries that only grows while it is open. An entry is with the operating system when
 * {@link #append} returns: it survives the end of this process, however violent, though not the
 * machine's.
 */
public final class Journal implements AutoCloseable {
    private final ReentrantLock oneAtATime = new ReentrantLock();
    // Not a FileChannel: that closes itself when a thread that writes to it is interrupted.
    private final FileOutputStream file;

    private Journal(FileOutputStream file) {
        this.file = file;
    }

    /** What the file holds. A last line that the process did not live to finish is left out. */
    public static List<Entry> read(Path path) {
        List<Entry> entries = new ArrayList<>();
        if (!Files.exists(path)) {
            return entries;
        }
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read(line, reader, entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journal " + path, e);
        }
        return entries;
    }

    private static void read(String line, BufferedReader rest, List<Entry> entries)
            throws IOException {
        try {
            entries.add(EmulatorJson.MAPPER.readValue(line, Entry.class));
        } catch (JsonProcessingException e) {
            if (rest.readLine() != null) {
                throw new IOException("Line " + (entries.size() + 1) + " is broken", e);
            }
        }
    }

    /** Starts over from these entries, in a new file that takes the old one's place at once. */
    public static Journal startOver(Path path, List<Entry> entries) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path next = path.resolveSibling(path.getFileName() + ".next");
            try (BufferedWriter writer = Files.newBufferedWriter(next)) {
                for (Entry entry : entries) {
                    writer.write(EmulatorJson.MAPPER.writeValueAsString(entry));
                    writer.write('\n');
                }
            }
            Files.move(
                    next,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return new Journal(new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal " + path, e);
        }
    }

    public void append(Entry entry) {
        try {
            byte[] line =
                    (EmulatorJson.MAPPER.writeValueAsString(entry) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            oneAtATime.lock();
            try {
                file.write(line);
            } finally {
                oneAtATime.unlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the journal", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the journal", e);
        }
    }
}
