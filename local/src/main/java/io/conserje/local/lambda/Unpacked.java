package io.conserje.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A function's zip and its layer's as Lambda unpacks them. Only the native HTTP client is another:
 * the layer carries it for arm64, this machine needs its own.
 *
 * @param task the folder with the function's classes and {@code lib/}
 */
public record Unpacked(Path task) {
    private static final String NATIVE_CLIENT = "aws-crt-\\d.*";

    /**
     * @param task an empty folder
     */
    public static Unpacked into(Path task, Path functionZip, Path layerZip) throws IOException {
        unpack(functionZip, task, "");
        unpack(layerZip, task, "java/");
        useOwnNativeClient(task.resolve("lib"));
        return new Unpacked(task);
    }

    /**
     * A copy that lacks some jars.
     *
     * @param other an empty folder
     */
    public Unpacked without(Predicate<String> jars, Path other) throws IOException {
        Path lib = Files.createDirectories(other.resolve("lib"));
        try (Stream<Path> all = Files.list(task.resolve("lib"))) {
            for (Path jar : all.toList()) {
                if (!jars.test(jar.getFileName().toString())) {
                    Files.createLink(lib.resolve(jar.getFileName()), jar);
                }
            }
        }
        return new Unpacked(other);
    }

    /** Adds the classes of a package of this program. */
    public void add(Class<?> one) throws IOException {
        Path folder = Files.createDirectories(task.resolve(one.getPackageName().replace('.', '/')));
        URI place = place(one);
        if (place.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                copy(Path.of(place), folder);
            }
        } else {
            copy(Path.of(place), folder);
        }
    }

    private static URI place(Class<?> one) {
        String file = one.getName().replace('.', '/') + ".class";
        String there = one.getResource("/" + file).toString();
        return URI.create(there.substring(0, there.lastIndexOf('/') + 1));
    }

    private static void copy(Path classes, Path folder) throws IOException {
        try (Stream<Path> all = Files.list(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    /** Together, in bytes, of its jars as they are. */
    public long size() throws IOException {
        try (Stream<Path> all = Files.walk(task)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void useOwnNativeClient(Path lib) throws IOException {
        try (Stream<Path> there = Files.list(lib)) {
            for (Path jar : there.filter(Unpacked::isNativeClient).toList()) {
                Files.delete(jar);
            }
        }
        for (Path jar : ownJars(List.of("aws-crt-"))) {
            if (isNativeClient(jar)) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
    }

    private static boolean isNativeClient(Path jar) {
        return jar.getFileName().toString().matches(NATIVE_CLIENT);
    }

    /** Of this process' class path, those whose names begin so. */
    static List<Path> ownJars(List<String> names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of)
                .filter(path -> names.stream().anyMatch(path.getFileName().toString()::startsWith))
                .toList();
    }

    private static void unpack(Path zip, Path folder, String prefix) throws IOException {
        if (!Files.exists(zip)) {
            throw new IllegalStateException(
                    zip + " is not there: ./conserje build makes it, and ./conserje test does too");
        }
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    Path file = folder.resolve(entry.getName().substring(prefix.length()));
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
    }
}
