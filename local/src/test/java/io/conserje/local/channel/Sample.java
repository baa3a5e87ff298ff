package io.conserje.local.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.local.emulator.Gesture;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small file of every kind, by the name that a telephone has for the kind. */
enum Sample {
    IMAGE(
            MediaKind.IMAGE,
            "image/png",
            base64(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8A"
                            + "AAAASUVORK5CYII=")),
    /** One frame of silence. */
    AUDIO(MediaKind.AUDIO, "audio/mpeg", Arrays.copyOf(HexFormat.of().parseHex("fffb9000"), 417)),
    VOICE(
            MediaKind.AUDIO,
            "audio/ogg",
            HexFormat.of()
                    .parseHex(
                            "4f676753000200000000000000000100000000000000000000000113"
                                    + "4f707573486561640101380180bb0000000000")),
    VIDEO(
            MediaKind.VIDEO,
            "video/mp4",
            HexFormat.of().parseHex("00000014667479706d703432000000006d7034320000000866726565")),
    DOCUMENT(
            MediaKind.DOCUMENT,
            "application/pdf",
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(UTF_8)),
    STICKER(
            MediaKind.STICKER,
            "image/webp",
            base64("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="));

    private static final String ZEROS = "demo/zeros";

    private final MediaKind kind;
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
    private final byte[] bytes;

    Sample(MediaKind kind, String mediaType, byte[] bytes) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    static Sample of(MediaKind kind) {
        return valueOf(kind.name());
    }

    MediaKind kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether every telephone has room for words under it. */
    boolean hasCaption() {
        return this == IMAGE || this == VIDEO || this == DOCUMENT;
    }

    Gesture.File fromCustomer(@Nullable String caption) {
        return new Gesture.File(
                Gesture.Kind.valueOf(name()),
                bytes,
                mediaType,
                this == DOCUMENT ? "cita.pdf" : null,
                caption);
    }

    Outgoing.File fromUs(Optional<String> caption) {
        return file("demo/" + name().toLowerCase(Locale.ROOT), bytes, caption);
    }

    /** As it would be if it were so large. */
    Outgoing.File ofSize(int size) {
        return file(ZEROS, new byte[size], Optional.empty());
    }

    private Outgoing.File file(String key, byte[] content, Optional<String> caption) {
        return new Outgoing.File(
                kind,
                new MediaFile(key, mediaType, content.length, sha256(content)),
                this == DOCUMENT ? Optional.of("cita.pdf") : Optional.empty(),
                caption,
                this == VOICE);
    }

    /** The media bucket. */
    static InputStream open(MediaFile file) throws NoSuchFileException {
        if (file.key().equals(ZEROS)) {
            return new ByteArrayInputStream(new byte[(int) file.bytes()]);
        }
        return Arrays.stream(values())
                .filter(each -> file.key().equals("demo/" + each.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(each -> new ByteArrayInputStream(each.bytes))
                .orElseThrow(() -> new NoSuchFileException(file.key()));
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
