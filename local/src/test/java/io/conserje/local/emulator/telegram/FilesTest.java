package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Gesture.Kind;
import io.conserje.local.emulator.Refused;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest extends TelegramEmulatorTest {
    private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0, 1, '-', '-'};

    @Test
    void aPhotoComesInSizesOfWhichTheLastIsIt() throws Exception {
        emulator.phone().sendImage(ANA, BYTES, "image/png", "mi foto");

        JsonNode message = arrived().path("message");
        JsonNode sizes = message.path("photo");
        assertEquals(3, sizes.size());
        assertEquals("mi foto", message.path("caption").asText());
        assertTrue(sizes.at("/0/width").asInt() < sizes.at("/2/width").asInt());
        assertEquals(BYTES.length, sizes.at("/2/file_size").asInt());
        assertArrayEquals(BYTES, fetch(sizes.path(2)));
        assertFalse(Arrays.equals(BYTES, fetch(sizes.path(0))));
        assertEquals("photo", lastLine().kind());
        assertEquals("mi foto", lastLine().text());
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIO, audio, audio/mpeg, music/, .mp3",
        "VOICE, voice, audio/ogg; codecs=opus, voice/, .oga",
        "VIDEO, video, video/mp4, videos/, .mp4",
        "DOCUMENT, document, application/pdf, documents/, .pdf",
        "STICKER, sticker, image/webp, stickers/, .webp"
    })
    void aFileCanBeFetched(Kind kind, String field, String type, String folderName, String ending)
            throws Exception {
        emulator.phone().act(ANA, new Gesture.File(kind, BYTES, type, "a.bin", null));

        JsonNode file = arrived().at("/message/" + field);
        assertTrue(file.has("file_unique_id"));
        assertEquals(BYTES.length, file.path("file_size").asInt());
        assertEquals(kind == Kind.STICKER ? "" : type, file.path("mime_type").asText());
        String path = path(file);
        assertTrue(path.startsWith(folderName + "file_") && path.endsWith(ending), path);
        assertArrayEquals(BYTES, fetch(file));
        assertEquals(field, lastLine().kind());
    }

    @Test
    void whatIsParticularToAKindIsThere() {
        emulator.phone().sendVoice(ANA, BYTES, "audio/ogg");
        assertTrue(arrived().at("/message/voice/duration").asInt() >= 1);
        emulator.phone().act(ANA, file(Kind.DOCUMENT, null));
        assertEquals("a.pdf", arrived().at("/message/document/file_name").asText());
        emulator.phone().act(ANA, file(Kind.STICKER, null));
        JsonNode sticker = arrived().at("/message/sticker");
        assertEquals("regular", sticker.path("type").asText());
        assertFalse(sticker.path("is_animated").asBoolean(true));
        assertEquals(512, sticker.path("width").asInt());
    }

    @Test
    void aStickerHasNoCaption() {
        assertThrows(Refused.class, () -> emulator.phone().act(ANA, file(Kind.STICKER, "x")));
    }

    private static Gesture file(Kind kind, @Nullable String caption) {
        return new Gesture.File(kind, BYTES, "application/pdf", "a.pdf", caption);
    }

    @Test
    void onlyTheTokenFetches() throws Exception {
        emulator.phone().sendVoice(ANA, BYTES, "audio/ogg");
        String path = path(arrived().at("/message/voice"));

        assertEquals(401, download("1:A", path).statusCode());
        assertEquals(200, download(secret("bot-token"), path).statusCode());
        assertEquals(404, download(secret("bot-token"), "voice/file_1.oga").statusCode());
        assertEquals(404, download(secret("bot-token"), "../account.json").statusCode());
    }

    @Test
    void whatTheBotUploadsItCanSendAgainAndFetch() throws Exception {
        meet(ANA);
        JsonNode sent = upload("sendDocument", "document", BYTES, "application/pdf").result();
        String id = sent.at("/document/file_id").asText();

        assertEquals("a.bin", sent.at("/document/file_name").asText());
        assertEquals("document", lastLine().kind());
        JsonNode again = send("sendDocument", "document", id).result();
        assertEquals(sent.path("document"), again.path("document"));
        assertNotEquals(sent.path("message_id"), again.path("message_id"));
        assertArrayEquals(BYTES, fetch(again.path("document")));
        assertEquals(
                "Bad Request: can't use file of type Document as Photo",
                send("sendPhoto", "photo", id).description());
    }

    @Test
    void aPhotoThatIsSentAgainHasTheSameSizes() {
        meet(ANA);
        JsonNode sent = upload("sendPhoto", "photo", BYTES, "image/png").result();

        String id = sent.at("/photo/2/file_id").asText();

        assertEquals(sent.path("photo"), send("sendPhoto", "photo", id).result().path("photo"));
    }

    @Test
    void aBotCannotFetchWhatIsLargerThanTwentyMegabytes() {
        meet(ANA);
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        JsonNode sent = upload("sendVideo", "video", large, "video/mp4").result();

        String id = sent.at("/video/file_id").asText();

        assertEquals(
                "Bad Request: file is too big",
                call("getFile", "{'file_id':'" + id + "'}").description());
    }

    private Answer send(String method, String field, String id) {
        return call(method, "{'chat_id':" + ANA + ",'" + field + "':'" + id + "'}");
    }

    private String path(JsonNode file) {
        JsonNode described =
                call("getFile", "{'file_id':'" + file.path("file_id").asText() + "'}").result();
        assertEquals(file.path("file_unique_id"), described.path("file_unique_id"));
        return described.path("file_path").asText();
    }

    private byte[] fetch(JsonNode file) throws Exception {
        return download(secret("bot-token"), path(file)).body();
    }
}
