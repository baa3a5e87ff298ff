package io.conserje.local.sam;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The layer of other people's libraries, for the processor of this machine. */
final class Layer {
    private static final String NATIVE_CLIENT = "aws-crt-\\d.*\\.jar";

    private Layer() {}

    /** Unpacks it; its one native library is exchanged where another processor needs another. */
    static Path unpack(Path zip, Path folder, String architecture) {
        try (ZipFile layer = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : layer.stream().filter(it -> !it.isDirectory()).toList()) {
                Path file = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(file.getParent());
                Files.copy(layer.getInputStream(entry), file);
            }
            if (!architecture.equals("arm64")) {
                exchange(folder.resolve("java/lib"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exchange(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.filter(Layer::isNativeClient).toList()) {
                Files.delete(jar);
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (isNativeClient(jar)) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
    }

    private static boolean isNativeClient(Path jar) {
        return jar.getFileName() != null && jar.getFileName().toString().matches(NATIVE_CLIENT);
    }
}
