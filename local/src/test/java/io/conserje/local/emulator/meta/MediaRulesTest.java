package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRulesTest {

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, 5120, false",
        "IMAGE/PNG, 5120, false",
        "audio/aac, 16384, false",
        "audio/mp4, 16384, false",
        "audio/mpeg, 16384, false",
        "audio/amr, 16384, false",
        "audio/ogg; codecs=opus, 16384, false",
        "video/mp4, 16384, false",
        "video/3gpp, 16384, false",
        "application/pdf, 102400, false",
        "text/plain, 102400, false",
        "image/webp, 100, false",
        "image/webp, 500, true"
    })
    void whatIsOfAGoodTypeAndNotTooBigIsTaken(String type, long kilobytes, boolean animated) {
        long most = kilobytes * 1024;

        assertTrue(MediaRules.broken(type, most, animated).isEmpty());
        GraphError error = MediaRules.broken(type, most + 1, animated).orElseThrow();
        assertEquals(131053, error.code());
        assertTrue(String.valueOf(error.details()).contains(Long.toString(most)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "audio/wav", "video/quicktime", "application/zip", ""})
    void anotherTypeIsRefused(String type) {
        GraphError error = MediaRules.broken(type, 1, false).orElseThrow();

        assertEquals("(#131053) Media upload error", error.message());
    }

    @Test
    void aStickerThatMovesSaysSo() {
        assertTrue(MediaRules.isAnimated(webp("VP8X", 0x12)));
        assertFalse(MediaRules.isAnimated(webp("VP8X", 0x10)));
        assertFalse(MediaRules.isAnimated(webp("VP8 ", 0x12)));
        assertFalse(MediaRules.isAnimated(new byte[3]));
    }

    static byte[] webp(String chunk, int flags) {
        byte[] bytes =
                ("RIFF....WEBP" + chunk + "....-.........").getBytes(StandardCharsets.US_ASCII);
        bytes[20] = (byte) flags;
        return bytes;
    }
}
