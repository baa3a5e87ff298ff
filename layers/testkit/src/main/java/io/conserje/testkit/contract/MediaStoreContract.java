package io.conserje.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.MediaStore;
import io.conserje.model.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is given back as it was, and what is not there is told by its name. */
public interface MediaStoreContract {
    byte[] INVOICE = "%PDF-1.7 una factura".getBytes(UTF_8);
    byte[] PHOTO = new byte[300_000];

    /** The same all through one test, and empty when the test begins. */
    MediaStore store();

    /** Whether its files have addresses. */
    default boolean givesLinks() {
        return true;
    }

    @Test
    default void aFileIsGivenBackAsItWasPut(@TempDir Path disk) throws IOException {
        MediaFile invoice = put(disk, "clinica/2026/03/11/", INVOICE);
        MediaFile photo = put(disk, "clinica/2026/03/11/", PHOTO);

        assertArrayEquals(INVOICE, read(invoice));
        assertArrayEquals(PHOTO, read(photo));
    }

    @Test
    default void puttingItAgainIsHarmless(@TempDir Path disk) throws IOException {
        put(disk, "clinica/", INVOICE);
        MediaFile again = put(disk, "clinica/", INVOICE);

        assertArrayEquals(INVOICE, read(again));
    }

    @Test
    default void theFileThatWasPutIsNotNeededAnyMore(@TempDir Path disk) throws IOException {
        MediaFile invoice = put(disk, "clinica/", INVOICE);
        Files.delete(disk.resolve("content"));

        assertArrayEquals(INVOICE, read(invoice));
    }

    @Test
    default void aFileThatIsNotThereIsToldByItsKey(@TempDir Path disk) throws IOException {
        put(disk, "clinica/", INVOICE);
        MediaFile strange = file("otra-clinica/", INVOICE);

        IOException missing = assertThrows(IOException.class, () -> read(strange));
        String message = String.valueOf(missing.getMessage());
        assertTrue(message.contains(strange.key()), message);
    }

    @Test
    default void contentThatCannotBeReadIsNotTheStoresFault(@TempDir Path disk) {
        MediaFile invoice = file("clinica/", INVOICE);

        assertThrows(IOException.class, () -> store().put(invoice, disk.resolve("nothing")));
        assertThrows(IOException.class, () -> read(invoice));
    }

    @Test
    default void aLinkLeadsToTheFile(@TempDir Path disk) throws IOException {
        MediaFile invoice = put(disk, "clinica/2026/03/11/", INVOICE);

        Optional<URI> link = store().link(invoice, Duration.ofHours(24));

        assertEquals(givesLinks(), link.isPresent());
        if (link.isPresent()) {
            try (InputStream bytes = link.get().toURL().openStream()) {
                assertArrayEquals(INVOICE, bytes.readAllBytes());
            }
        }
    }

    @Test
    default void aFileThatIsNotThereHasNoLink(@TempDir Path disk) throws IOException {
        put(disk, "clinica/", INVOICE);
        MediaFile strange = file("otra-clinica/", INVOICE);

        if (givesLinks()) {
            var missing =
                    assertThrows(
                            NoSuchFileException.class,
                            () -> store().link(strange, Duration.ofHours(1)));
            assertTrue(String.valueOf(missing.getMessage()).contains(strange.key()));
        } else {
            assertEquals(Optional.empty(), store().link(strange, Duration.ofHours(1)));
        }
    }

    private MediaFile put(Path disk, String folder, byte[] bytes) throws IOException {
        MediaFile file = file(folder, bytes);
        store().put(file, Files.write(disk.resolve("content"), bytes));
        return file;
    }

    private byte[] read(MediaFile file) throws IOException {
        try (InputStream bytes = store().open(file)) {
            return bytes.readAllBytes();
        }
    }

    private static MediaFile file(String folder, byte[] bytes) {
        String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
        return new MediaFile(folder + sha256 + ".pdf", "application/pdf", bytes.length, sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
