package io.conserje.application;

import static io.conserje.model.MediaKind.AUDIO;
import static io.conserje.model.MediaKind.DOCUMENT;
import static io.conserje.model.MediaKind.IMAGE;
import static io.conserje.model.MediaKind.STICKER;
import static io.conserje.model.MediaKind.VIDEO;

import io.conserje.model.MediaKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types of files that are kept, and what a file of the type may come as. What is not here is
 * refused: whatever can run, script or hide something else.
 */
enum KeptType {
    JPEG("image/jpeg", ".jpg", Set.of(IMAGE, DOCUMENT)),
    PNG("image/png", ".png", Set.of(IMAGE, DOCUMENT)),
    WEBP("image/webp", ".webp", Set.of(IMAGE, STICKER, DOCUMENT)),
    /** Providers show one that moves as a film. */
    GIF("image/gif", ".gif", Set.of(IMAGE, VIDEO, DOCUMENT)),

    OGG(
            "audio/ogg",
            ".ogg",
            Set.of(AUDIO, DOCUMENT),
            "application/ogg",
            "audio/opus",
            "audio/vorbis",
            "audio/speex"),
    MP3("audio/mpeg", ".mp3", Set.of(AUDIO, DOCUMENT)),
    M4A("audio/mp4", ".m4a", Set.of(AUDIO, DOCUMENT)),
    /** Telephones record sound into the container of films, which does not say it at its start. */
    MP4_OF_SOUND("audio/mp4", ".m4a", Set.of(AUDIO), "video/mp4"),
    THREE_GP_OF_SOUND("audio/3gpp", ".3gp", Set.of(AUDIO), "video/3gpp"),
    AAC("audio/aac", ".aac", Set.of(AUDIO, DOCUMENT), "audio/x-aac"),
    AMR("audio/amr", ".amr", Set.of(AUDIO, DOCUMENT), "audio/amr-wb"),
    WAV("audio/wav", ".wav", Set.of(AUDIO, DOCUMENT), "audio/vnd.wave", "audio/x-wav"),
    FLAC("audio/flac", ".flac", Set.of(AUDIO, DOCUMENT), "audio/x-flac"),

    MP4("video/mp4", ".mp4", Set.of(VIDEO, DOCUMENT), "video/x-m4v"),
    THREE_GP("video/3gpp", ".3gp", Set.of(VIDEO, DOCUMENT)),
    WEBM("video/webm", ".webm", Set.of(VIDEO, STICKER, DOCUMENT)),
    QUICKTIME("video/quicktime", ".mov", Set.of(VIDEO, DOCUMENT)),

    /** An animated sticker of Telegram: https://core.telegram.org/stickers */
    TGS("application/x-tgsticker", ".tgs", Set.of(STICKER), "application/gzip"),

    PDF("application/pdf", ".pdf", Set.of(DOCUMENT)),
    TEXT("text/plain", ".txt", Set.of(DOCUMENT)),
    CSV("text/csv", ".csv", Set.of(DOCUMENT)),
    RTF("application/rtf", ".rtf", Set.of(DOCUMENT)),
    DOC("application/msword", ".doc", Set.of(DOCUMENT)),
    XLS("application/vnd.ms-excel", ".xls", Set.of(DOCUMENT)),
    PPT("application/vnd.ms-powerpoint", ".ppt", Set.of(DOCUMENT)),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx",
            Set.of(DOCUMENT)),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
            Set.of(DOCUMENT)),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".pptx",
            Set.of(DOCUMENT)),
    ODT("application/vnd.oasis.opendocument.text", ".odt", Set.of(DOCUMENT)),
    ODS("application/vnd.oasis.opendocument.spreadsheet", ".ods", Set.of(DOCUMENT)),
    ODP("application/vnd.oasis.opendocument.presentation", ".odp", Set.of(DOCUMENT));

    private final String mediaType;
    private final String extension;
    private final Set<MediaKind> kinds;
    private final Set<String> alsoFoundAs;

    KeptType(String mediaType, String extension, Set<MediaKind> kinds, String... alsoFoundAs) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.kinds = kinds;
        this.alsoFoundAs = Set.of(alsoFoundAs);
    }

    String mediaType() {
        return mediaType;
    }

    /** With its dot. */
    String extension() {
        return extension;
    }

    /**
     * @param found what was found in the bytes
     */
    static Optional<KeptType> of(String found, MediaKind kind) {
        return Arrays.stream(values())
                .filter(type -> type.kinds.contains(kind) && type.isFoundAs(found))
                .findFirst();
    }

    /** Those of a kind, for telling what would have been taken. */
    static String allowedAs(MediaKind kind) {
        return Arrays.stream(values())
                .filter(type -> type.kinds.contains(kind))
                .map(KeptType::mediaType)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private boolean isFoundAs(String found) {
        return mediaType.equals(found) || alsoFoundAs.contains(found);
    }
}
