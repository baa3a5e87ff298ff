package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.MediaStore;
import io.conserje.application.Unavailable;
import io.conserje.model.MediaFile;
import io.conserje.testkit.contract.MediaStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderMediaStoreTest implements MediaStoreContract {
    private final Path home;

    FolderMediaStoreTest(@TempDir Path home) {
        this.home = home;
    }

    @Override
    public MediaStore store() {
        return MediaStores.of(
                new AwsClients(name -> Optional.empty()),
                name -> Optional.ofNullable(Map.of("MEDIA_FOLDER", folder().toString()).get(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "clinica/../../outside",
                "/etc/passwd",
                ".",
                "clinica/..",
                "a\0b"
            })
    void aKeyThatLeadsOutOfTheFolderIsRefused(String key) throws IOException {
        MediaFile outside = new MediaFile(key, "image/jpeg", 3, "0".repeat(64));
        Path content = Files.writeString(home.resolve("content"), "abc");

        assertThrows(IllegalArgumentException.class, () -> store().put(outside, content));
        assertThrows(IllegalArgumentException.class, () -> store().open(outside));
    }

    @Test
    void nothingButTheFileIsLeftInTheFolder() throws IOException {
        Path content = Files.writeString(home.resolve("content"), "abc");

        store().put(new MediaFile("clinica/a.jpg", "image/jpeg", 3, "0".repeat(64)), content);

        try (Stream<Path> all = Files.walk(folder())) {
            assertEquals(
                    List.of(folder().resolve("clinica/a.jpg")),
                    all.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsUnavailable() throws IOException {
        Path content = Files.writeString(home.resolve("content"), "abc");
        Files.writeString(folder(), "a file where the folder should be");

        assertThrows(
                Unavailable.class,
                () ->
                        store().put(
                                        new MediaFile("a/b.jpg", "image/jpeg", 3, "0".repeat(64)),
                                        content));
    }

    private Path folder() {
        return home.resolve("media");
    }
}
