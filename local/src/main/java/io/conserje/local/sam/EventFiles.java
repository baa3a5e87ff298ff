package io.conserje.local.sam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The events of a checkout: a folder for each function. */
public record EventFiles(Path folder) {

    public static EventFiles in(Path root) {
        return new EventFiles(root.resolve("events"));
    }

    /** Empty when it has none. */
    public List<Path> of(String function) {
        Path its = folder.resolve(function);
        if (!Files.isDirectory(its)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(its)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's name without its ending. */
    public static String name(Path event) {
        String file = event.getFileName().toString();
        return file.substring(0, file.length() - ".json".length());
    }
}
