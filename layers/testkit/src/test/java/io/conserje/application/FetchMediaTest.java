package io.conserje.application;

import static io.conserje.application.Parcels.ARRIVED;
import static io.conserje.application.Parcels.BYTES;
import static io.conserje.application.Parcels.having;
import static io.conserje.application.Parcels.refused;
import static io.conserje.application.Parcels.sent;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.FetchOutcome;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.Filing.Cause;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.testkit.Accounts;
import io.conserje.testkit.Businesses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchMediaTest {
    private static final Duration PLENTY = Duration.ofMinutes(1);
    private static final String SHA256 =
            "0d22cdcc10e6d049dbe1af5123d50873fdfc1a4f58306e58cb6241be9472014d";

    private final Path disk;
    private final Parcels parcels;

    FetchMediaTest(@TempDir Path disk) {
        this.disk = disk;
        this.parcels = new Parcels(disk, PLENTY);
    }

    @AfterEach
    void nothingIsLeftOnTheDisk() throws IOException {
        try (Stream<Path> left = Files.list(disk)) {
            assertEquals(Set.of(), Set.copyOf(left.toList()));
        }
    }

    @Test
    void aFileIsFiledUnderItsProjectItsDayAndItsDigest() throws IOException {
        MediaFile file = filed(parcels.keep(MediaKind.IMAGE, having(BYTES)));

        assertEquals(new MediaFile(key(".jpg"), "image/jpeg", BYTES.length, SHA256), file);
        try (InputStream kept = parcels.store().open(file)) {
            assertArrayEquals(BYTES, kept.readAllBytes());
        }
    }

    @Test
    void theSameBytesTwiceAreOneFile() {
        MediaFile first =
                filed(parcels.keep(sent(MediaKind.IMAGE, "a", "uno"), having(BYTES), ARRIVED));
        MediaFile second =
                filed(parcels.keep(sent(MediaKind.IMAGE, "b", "dos"), having(BYTES), ARRIVED));

        assertEquals(first, second);
        assertEquals(Set.of(first.key()), parcels.store().keys());
    }

    @Test
    void theDayIsThatOfTheMessageHoweverLateItIsTried() {
        parcels.keep(sent(MediaKind.IMAGE), having(BYTES), ARRIVED.plus(Duration.ofDays(1)));

        assertEquals(Set.of(key(".jpg")), parcels.store().keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "a\u0000.exe",
                "\u202Egpj.exe",
                "received/clinica/2026/03/11/x",
                "CON",
                ""
            })
    void nothingOfTheCustomersNameIsInTheKey(String name) {
        parcels.keep(sent(MediaKind.IMAGE, "a", name), having(BYTES), ARRIVED);

        assertEquals(Set.of(key(".jpg")), parcels.store().keys());
    }

    @Test
    void aNameOfAnyLengthDoesNotMatter() {
        parcels.keep(sent(MediaKind.IMAGE, "a", "ñ".repeat(300)), having(BYTES), ARRIVED);

        assertEquals(Set.of(key(".jpg")), parcels.store().keys());
    }

    @Test
    void whatIsFoundIsKeptWhateverWasDeclared() {
        parcels.found("application/pdf");

        MediaFile file = filed(parcels.keep(MediaKind.DOCUMENT, having(BYTES)));

        assertEquals("application/pdf", file.mediaType());
        assertEquals(key(".pdf"), file.key());
    }

    @Test
    void aDocumentThatIsAPictureIsKeptAsAPicture() {
        assertEquals(
                "image/jpeg", filed(parcels.keep(MediaKind.DOCUMENT, having(BYTES))).mediaType());
    }

    @Test
    void soundInTheContainerOfAFilmIsSound() {
        parcels.found("video/mp4");

        assertEquals(key(".m4a"), filed(parcels.keep(MediaKind.AUDIO, having(BYTES))).key());
        assertEquals("video/mp4", filed(parcels.keep(MediaKind.VIDEO, having(BYTES))).mediaType());
    }

    @Test
    void aPictureThatIsADocumentIsRefused() {
        parcels.found("application/pdf");

        String detail = refused(Cause.TYPE, parcels.keep(MediaKind.IMAGE, having(BYTES)));

        assertEquals(
                "found application/pdf, declared as image/png: taken as IMAGE are image/jpeg,"
                        + " image/png, image/webp, image/gif",
                detail);
        assertEquals(Set.of(), parcels.store().keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/svg+xml",
                "text/html",
                "application/zip",
                "application/x-msdownload",
                "application/msword; macros=yes",
                "application/octet-stream",
                "IMAGE/JPEG"
            })
    void whatIsNotInTheTableIsRefusedAsWhateverItComes(String found) {
        parcels.found(found);

        for (MediaKind kind : MediaKind.values()) {
            refused(Cause.TYPE, parcels.keep(kind, having(BYTES)));
        }
        assertEquals(Set.of(), parcels.store().keys());
    }

    @Test
    void whatTheTelephoneDeclaredIsShownWithoutItsTricks() {
        parcels.found("text/html");
        Content.Media hostile =
                new Content.Media(
                        MediaKind.IMAGE,
                        "a",
                        "image/png\r\n\u001b[31m\u202E" + "x".repeat(10_000),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);

        String detail = refused(Cause.TYPE, parcels.keep(hostile, having(BYTES), ARRIVED));

        assertTrue(detail.contains("image/png???[31m?xxx"), detail);
        assertTrue(detail.length() < 300, detail);
    }

    @Test
    void anEmptyFileIsNone() {
        refused(Cause.GONE, parcels.keep(MediaKind.IMAGE, having(new byte[0])));
    }

    @Test
    void whatTheProviderWillNotGiveIsRefusedWithItsReason() {
        assertEquals(
                "expired",
                refused(
                        Cause.GONE,
                        parcels.keep(MediaKind.IMAGE, new FetchOutcome.Gone("expired"))));
        assertEquals(
                "20 MB",
                refused(
                        Cause.TOO_LARGE,
                        parcels.keep(MediaKind.IMAGE, new FetchOutcome.TooLarge("20 MB"))));
    }

    @Test
    void whatCannotBeHadNowIsTriedAgainForTwoMinutes() {
        FetchOutcome notNow = new FetchOutcome.NotNow(Duration.ofSeconds(3), "out of order");
        Content.Media photo = sent(MediaKind.IMAGE);

        assertThrows(
                Unavailable.class,
                () -> parcels.keep(photo, notNow, ARRIVED.plus(Duration.ofMinutes(2))));
        assertEquals(
                "out of order",
                refused(
                        Cause.GONE,
                        parcels.keep(photo, notNow, ARRIVED.plus(Duration.ofSeconds(121)))));
    }

    @Test
    void aBucketThatDoesNotAnswerIsTriedAgainHoweverLateItIs() {
        MediaStore down =
                new MediaStore() {
                    @Override
                    public void put(MediaFile file, Path content) {
                        throw new Unavailable("the media bucket");
                    }

                    @Override
                    public InputStream open(MediaFile file) throws IOException {
                        throw new IOException("down");
                    }
                };
        parcels.channel().has("reference", having(BYTES));

        assertThrows(
                Unavailable.class,
                () ->
                        parcels.into(down, disk, PLENTY)
                                .keep(
                                        sent(MediaKind.IMAGE),
                                        Businesses.account(),
                                        ARRIVED,
                                        ARRIVED.plus(Duration.ofDays(1))));
    }

    @Test
    void aKindThatTheAccountDoesNotTakeIsRefusedUnseen() {
        parcels.channel().carrying(picturesUpTo(BYTES.length));

        String detail = refused(Cause.TYPE, parcels.keep(MediaKind.VIDEO, having(BYTES)));

        assertTrue(detail.contains("takes no VIDEO"), detail);
        filed(parcels.keep(MediaKind.IMAGE, having(BYTES)));
    }

    @Test
    void whatAFunctionThatWasEndedLeftBehindIsSwept() throws IOException {
        Files.writeString(disk.resolve("media-123"), "half a film");

        parcels.keep(MediaKind.IMAGE, having(BYTES));

        assertTrue(Files.notExists(disk.resolve("media-123")));
    }

    @Test
    void theLargestFileThatIsTakenIsTaken() {
        parcels.channel().carrying(picturesUpTo(BYTES.length));
        filed(parcels.keep(MediaKind.IMAGE, having(BYTES)));

        parcels.channel().carrying(picturesUpTo(BYTES.length - 1));
        assertEquals(
                "IMAGE of more than 9 bytes",
                refused(Cause.TOO_LARGE, parcels.keep(MediaKind.IMAGE, having(BYTES))));
    }

    private static Capabilities picturesUpTo(long bytes) {
        Capabilities all = Accounts.PLENTIFUL;
        return new Capabilities(
                all.window(),
                all.templates(),
                all.text(),
                all.question(),
                all.caption(),
                all.buttons(),
                all.list(),
                all.opener(),
                all.sends(),
                Map.of(MediaKind.IMAGE, bytes),
                all.places(),
                all.cards(),
                all.account(),
                all.contact());
    }

    private static MediaFile filed(Filing filing) {
        return switch (filing) {
            case Filing.Filed filed -> filed.file();
            case Filing.Refused refused -> throw new AssertionError(refused.toString());
            case Filing.AtProvider waiting -> throw new AssertionError("not fetched");
        };
    }

    private static String key(String extension) {
        return "received/clinica/2026/03/11/" + SHA256 + extension;
    }
}
