package io.conserje.testkit;

import io.conserje.application.MediaStore;
import io.conserje.model.MediaFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The media bucket in a map. */
public final class InMemoryMedia implements MediaStore {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public void put(MediaFile file, Path content) throws IOException {
        files.put(file.key(), Files.readAllBytes(content));
    }

    @Override
    public InputStream open(MediaFile file) throws IOException {
        byte[] bytes = files.get(file.key());
        if (bytes == null) {
            throw new NoSuchFileException(file.key());
        }
        return new ByteArrayInputStream(bytes);
    }

    public Set<String> keys() {
        return new TreeSet<>(files.keySet());
    }
}
