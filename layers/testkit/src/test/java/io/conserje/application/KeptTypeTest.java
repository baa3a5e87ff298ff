package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.MediaKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptTypeTest {

    @ParameterizedTest
    @EnumSource
    void anExtensionIsSafeInAKeyAndInAFolder(KeptType type) {
        assertTrue(type.extension().matches("\\.[a-z0-9]{3,4}"), type.extension());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindTellsWhatItTakes(MediaKind kind) {
        assertFalse(KeptType.allowedAs(kind).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenAsAPictureASoundOrAFilmIsTakenAsADocumentToo(KeptType type) {
        boolean soundOrSticker =
                type == KeptType.TGS
                        || type == KeptType.MP4_OF_SOUND
                        || type == KeptType.THREE_GP_OF_SOUND;
        assertEquals(
                soundOrSticker ? Optional.empty() : Optional.of(type),
                KeptType.of(type.mediaType(), MediaKind.DOCUMENT).filter(found -> found == type));
    }

    @Test
    void aZippedStickerIsOneOnlyAsASticker() {
        assertEquals(Optional.of(KeptType.TGS), KeptType.of("application/gzip", MediaKind.STICKER));
        assertEquals(Optional.empty(), KeptType.of("application/gzip", MediaKind.DOCUMENT));
    }
}
