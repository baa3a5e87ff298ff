package io.conserje.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.SendOutcome;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files go up in the call that sends them. */
class SendFileTest {
    private Telegram telegram;

    @BeforeEach
    void open() throws IOException {
        telegram = new Telegram();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, false, image/jpeg, sendPhoto, photo, photo.jpeg",
        "AUDIO, true, audio/ogg; codecs=opus, sendVoice, voice, voice.ogg",
        "AUDIO, false, audio/mpeg, sendAudio, audio, audio.mpeg",
        "VIDEO, false, video/mp4, sendVideo, video, video.mp4",
        "DOCUMENT, false, application/pdf, sendDocument, document, document.pdf",
        "STICKER, false, image/webp, sendSticker, sticker, sticker.webp",
    })
    void eachKindHasACallOfItsOwn(
            MediaKind kind, boolean voice, String type, String method, String field, String name) {
        SendOutcome outcome =
                telegram.send(
                        Desk.ANA, file(kind, type, Optional.empty(), Optional.empty(), voice));

        assertEquals(new SendOutcome.Accepted("6962620676:501"), outcome);
        Telegram.Call call = Desk.only(telegram.calls);
        assertEquals(method, call.method());
        assertEquals("6962620676", call.field("chat_id"));
        assertEquals(new String(Telegram.FILE, UTF_8), call.field(field));
        assertTrue(call.part(field).contains("filename=\"" + name + "\""), call.part(field));
        assertTrue(call.part(field).contains("Content-Type: " + type), call.part(field));
    }

    @Test
    void theCaptionTheNameAndTheQuotedMessageGoAlong() {
        telegram.send(
                Desk.contact("-1001293752024/12", "Ana", "ana_g"),
                file(
                        MediaKind.DOCUMENT,
                        "application/pdf",
                        Optional.of("precios \"2026\".pdf"),
                        Optional.of("¡Aquí están!"),
                        false),
                Optional.of(new MessageId("-1001293752024:7")));

        Telegram.Call call = Desk.only(telegram.calls);
        assertEquals("-1001293752024", call.field("chat_id"));
        assertEquals("12", call.field("message_thread_id"));
        assertEquals("¡Aquí están!", call.field("caption"));
        assertEquals(
                Desk.json("{'message_id':7,'allow_sending_without_reply':true}"),
                call.field("reply_parameters"));
        assertTrue(
                call.part("document").contains("filename=\"precios _2026_.pdf\""),
                call.part("document"));
    }

    @Test
    void aStickerHasNoRoomForWords() {
        telegram.send(
                Desk.ANA,
                file(
                        MediaKind.STICKER,
                        "image/webp",
                        Optional.empty(),
                        Optional.of("Hola"),
                        false));

        assertEquals("", Desk.only(telegram.calls).part("caption"));
    }

    @Test
    void aFileThatCannotBeReadNowIsSentLater() {
        SendOutcome outcome =
                telegram.send(
                        Desk.ANA,
                        photo(),
                        Optional.empty(),
                        file -> {
                            throw new IOException("no " + file.key());
                        });

        var later = assertInstanceOf(SendOutcome.RetryLater.class, outcome);
        assertTrue(later.reason().contains("demo/1"), later.reason());
        assertEquals(0, telegram.calls.size());
    }

    @Test
    void aFileThatBreaksOffWasNotTaken() {
        SendOutcome outcome =
                telegram.send(Desk.ANA, photo(), Optional.empty(), file -> new Breaking());

        assertInstanceOf(SendOutcome.RetryLater.class, outcome);
    }

    @Test
    void aFormThatWasWrittenToItsEndWithoutAnAnswerMayHaveBeenTaken() {
        telegram.answers(exchange -> exchange.close());

        assertInstanceOf(SendOutcome.Unknown.class, telegram.send(Desk.ANA, photo()));
    }

    @Test
    void aGroupThatMovedGetsTheFileFromItsBeginning() {
        AtomicInteger opened = new AtomicInteger();
        telegram.answersOnce(
                400,
                Telegram.refusal(
                        400,
                        "Bad Request: group chat was upgraded to a supergroup chat",
                        ",'parameters':{'migrate_to_chat_id':-1001555296434}"));

        telegram.send(
                Desk.contact("-599075523", "Ana", "ana_g"),
                photo(),
                Optional.empty(),
                file -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(Telegram.FILE);
                });

        assertEquals(2, opened.get());
        assertEquals("-1001555296434", telegram.calls.getLast().field("chat_id"));
        assertEquals(new String(Telegram.FILE, UTF_8), telegram.calls.getLast().field("photo"));
    }

    private static Outgoing.File photo() {
        return file(MediaKind.IMAGE, "image/jpeg", Optional.empty(), Optional.empty(), false);
    }

    private static Outgoing.File file(
            MediaKind kind,
            String type,
            Optional<String> name,
            Optional<String> caption,
            boolean voice) {
        return new Outgoing.File(
                kind,
                new MediaFile("demo/1", type, Telegram.FILE.length, "ab".repeat(32)),
                name,
                caption,
                voice);
    }

    /** Three bytes, then nothing more. */
    private static final class Breaking extends InputStream {
        private int left = 3;

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("the bucket is gone");
            }
            return 'x';
        }
    }
}
