package io.conserje.local.release;

import io.conserje.local.release.Refusal.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A release that lies in a checkout, built.
 *
 * @param templateText as it stands there
 */
record Built(Path root, Release release, String templateText) {
    private static final String TEMPLATE = "template.yaml";

    static Built in(Path root) {
        String text = text(root.resolve(TEMPLATE));
        List<Artifact> artifacts =
                LocalFiles.of(text).stream().map(file -> artifact(root, file)).toList();
        return new Built(root, Release.of(text, artifacts), text);
    }

    private static Artifact artifact(Path root, String file) {
        Path path = root.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new Refusal(Why.NOT_BUILT, file);
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new Artifact(file, Sha256.of(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(Artifact artifact) {
        return root.resolve(artifact.file());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
