package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.model.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendFileTest {
    private final Session session = new Session();

    @ParameterizedTest
    @CsvSource({
        "IMAGE, image/jpeg, false, image, true",
        "VIDEO, video/mp4, false, video, true",
        "DOCUMENT, application/pdf, false, document, true",
        "AUDIO, audio/mpeg, false, audio, false",
        "AUDIO, audio/ogg, true, voice, false",
        "AUDIO, audio/mpeg, true, audio, false",
        "STICKER, image/webp, false, sticker, false",
    })
    void aFileGoesByItsLink(
            MediaKind kind, String type, boolean voice, String word, boolean captioned) {
        SendOutcome outcome = session.send(Desk.to(Desk.ANA, file(kind, type, voice)));

        assertTrue(outcome instanceof SendOutcome.Accepted);
        assertEquals(
                Desk.tree(
                        "{'kind':'"
                                + word
                                + "','url':'https://bucket.example/files/demo/a','mimetype':'"
                                + type
                                + "','fileName':'tarifas.pdf'"
                                + (captioned ? ",'caption':'Las tarifas'" : "")
                                + "}"),
                session.content());
    }

    @Test
    void theLinkIsGoodUntilTheMessageExpires() {
        session.send(Desk.to(Desk.ANA, file(MediaKind.IMAGE, "image/jpeg", false)));
        session.send(
                Desk.to(
                        Desk.ANA,
                        file(MediaKind.IMAGE, "image/jpeg", false),
                        new Terms(
                                Terms.Purpose.NOTICE,
                                Optional.empty(),
                                Optional.of(Desk.SENT_AT.minusSeconds(1)),
                                Optional.empty())));

        assertEquals(List.of(Duration.ofHours(24), Duration.ofMinutes(5)), session.links);
    }

    @Test
    void aStoreWithoutLinksMakesItRejected() {
        Files none = file -> InputStream.nullInputStream();

        String reason = rejected(none);

        assertTrue(reason.contains("files/demo/a") && reason.contains("gives no link"), reason);
        assertEquals(List.of(), session.puts);
    }

    @Test
    void aFileThatIsNotThereMakesItRejected() {
        assertTrue(
                rejected(failing(new NoSuchFileException("files/demo/a"))).contains("not there"));
    }

    @Test
    void aStoreThatFailsMakesItLater() {
        SendOutcome outcome =
                session.send(
                        Desk.to(Desk.ANA, file(MediaKind.IMAGE, "image/jpeg", false)),
                        failing(new IOException("down")));

        assertEquals(
                new SendOutcome.RetryLater(
                        Duration.ofSeconds(5), "the file files/demo/a cannot be read"),
                outcome);
        assertEquals(List.of(), session.puts);
    }

    private String rejected(Files files) {
        SendOutcome outcome =
                session.send(Desk.to(Desk.ANA, file(MediaKind.IMAGE, "image/jpeg", false)), files);
        return ((SendOutcome.Rejected) outcome).reason();
    }

    private static Files failing(IOException failure) {
        return new Files() {
            @Override
            public InputStream open(MediaFile file) throws IOException {
                throw failure;
            }

            @Override
            public Optional<URI> link(MediaFile file, Duration good) throws IOException {
                throw failure;
            }
        };
    }

    private static Outgoing.File file(MediaKind kind, String type, boolean voice) {
        return new Outgoing.File(
                kind,
                new MediaFile("files/demo/a", type, 3, "0".repeat(64)),
                Optional.of("tarifas.pdf"),
                Optional.of("Las tarifas"),
                voice);
    }
}
