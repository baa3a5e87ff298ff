package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.MediaStore;
import io.conserje.application.Unavailable;
import io.conserje.model.MediaFile;
import io.conserje.testkit.contract.MediaStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class S3MediaStoreTest implements MediaStoreContract {
    /** Of the three letters abc. */
    private static final String SHA256 =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final MadeUpBucket bucket;
    private final AwsClients clients;
    private final MediaStore store;

    S3MediaStoreTest() throws IOException {
        this.bucket = new MadeUpBucket();
        this.clients = new AwsClients(bucket::variable);
        this.store = MediaStores.of(clients, bucket::variable);
    }

    @AfterEach
    void close() {
        clients.close();
        bucket.close();
    }

    @Override
    public MediaStore store() {
        return store;
    }

    @Test
    void aFileIsOneToSaveAndNeverToShow(@TempDir Path disk) throws IOException {
        store.put(file(SHA256), abc(disk));

        assertEquals("text/plain", bucket.header("clinica/a.txt", "type"));
        assertEquals("attachment", bucket.header("clinica/a.txt", "disposition"));
    }

    @Test
    void bytesThatAreNotThoseOfTheDigestAreRefused(@TempDir Path disk) throws IOException {
        Path content = abc(disk);

        assertThrows(Unavailable.class, () -> store.put(file("0".repeat(64)), content));
        assertThrows(IOException.class, () -> store.open(file(SHA256)));
    }

    @Test
    void aBucketThatRefusesIsUnavailableForPuttingAndAnErrorForGetting(@TempDir Path disk)
            throws IOException {
        Path content = abc(disk);
        bucket.goDown();

        assertThrows(Unavailable.class, () -> store.put(file(SHA256), content));
        IOException error = assertThrows(IOException.class, () -> store.open(file(SHA256)));
        assertTrue(String.valueOf(error.getMessage()).contains("clinica/a.txt"));
    }

    @Test
    void aLinkIsSignedAndEnds(@TempDir Path disk) throws IOException {
        store.put(file(SHA256), abc(disk));

        String link = store.link(file(SHA256), Duration.ofHours(2)).orElseThrow().toString();

        assertTrue(link.contains("X-Amz-Signature=") && link.contains("X-Amz-Expires=7200"), link);
    }

    @Test
    void aBucketThatRefusesGivesNoLink(@TempDir Path disk) throws IOException {
        store.put(file(SHA256), abc(disk));
        bucket.goDown();

        IOException error =
                assertThrows(
                        IOException.class, () -> store.link(file(SHA256), Duration.ofHours(2)));
        assertTrue(String.valueOf(error.getMessage()).contains("clinica/a.txt"));
    }

    @Test
    void itsClientOutlivesASnapshotAndCallsAgainAfterIt(@TempDir Path disk) throws IOException {
        S3Client before = clients.s3();
        assertSame(before, clients.s3());

        clients.beforeCheckpoint(Core.getGlobalContext());

        assertSame(before, clients.s3());
        store.put(file(SHA256), abc(disk));
    }

    @Test
    void withoutABucketAndAFolderTheVariableIsNamed() {
        IllegalStateException missing =
                assertThrows(
                        IllegalStateException.class,
                        () -> MediaStores.of(clients, name -> Optional.empty()));

        assertTrue(String.valueOf(missing.getMessage()).contains("MEDIA_BUCKET"));
    }

    private static MediaFile file(String sha256) {
        return new MediaFile("clinica/a.txt", "text/plain", 3, sha256);
    }

    private static Path abc(Path disk) throws IOException {
        return Files.writeString(disk.resolve("abc"), "abc");
    }
}
