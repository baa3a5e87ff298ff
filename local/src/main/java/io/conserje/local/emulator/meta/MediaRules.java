package io.conserje.local.emulator.meta;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Meta takes as media, and how much of it.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types
 */
final class MediaRules {
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;
    private static final long STILL_STICKER = 100 * KB;
    private static final String STICKER = "image/webp";

    private static final Map<String, Long> MOST = most();

    private MediaRules() {}

    private static Map<String, Long> most() {
        Map<String, Long> most = new HashMap<>();
        List.of("image/jpeg", "image/png").forEach(type -> most.put(type, 5 * MB));
        List.of("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg")
                .forEach(type -> most.put(type, 16 * MB));
        List.of("video/mp4", "video/3gpp").forEach(type -> most.put(type, 16 * MB));
        List.of(
                        "text/plain",
                        "application/pdf",
                        "application/msword",
                        "application/vnd.ms-excel",
                        "application/vnd.ms-powerpoint",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation")
                .forEach(type -> most.put(type, 100 * MB));
        most.put(STICKER, 500 * KB);
        return Map.copyOf(most);
    }

    static Optional<GraphError> broken(String mimeType, byte[] bytes) {
        return broken(mimeType, bytes.length, isAnimated(bytes));
    }

    static Optional<GraphError> broken(String mimeType, long size, boolean animated) {
        String type = mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Long most = MOST.get(type);
        if (most == null) {
            return Optional.of(GraphError.medium("Unsupported media type: " + type));
        }
        long limit = type.equals(STICKER) && !animated ? STILL_STICKER : most;
        return size <= limit
                ? Optional.empty()
                : Optional.of(
                        GraphError.medium(
                                "Media file size too big. Max file size for "
                                        + type
                                        + " is "
                                        + limit
                                        + " bytes, and this one has "
                                        + size));
    }

    /** Says the flag of an extended WebP (RFC 9649, section 2.7). */
    static boolean isAnimated(byte[] webp) {
        byte[] extended = "WEBPVP8X".getBytes(StandardCharsets.US_ASCII);
        return webp.length > 20
                && Arrays.equals(webp, 8, 16, extended, 0, extended.length)
                && (webp[20] & 0b10) != 0;
    }
}
