package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.Gesture;
import java.util.Locale;

/** What a file is to Telegram; it cannot be sent again as something else. */
enum MediaKind {
    PHOTO("photos", 10),
    VOICE("voice", 50),
    AUDIO("music", 50),
    VIDEO("videos", 50),
    DOCUMENT("documents", 50),
    STICKER("stickers", 50);

    private static final int MEGABYTE = 1024 * 1024;

    private final String folder;
    private final int megabytes;

    MediaKind(String folder, int megabytes) {
        this.folder = folder;
        this.megabytes = megabytes;
    }

    static MediaKind of(Gesture.Kind kind) {
        return switch (kind) {
            case IMAGE -> PHOTO;
            case AUDIO -> AUDIO;
            case VOICE -> VOICE;
            case VIDEO -> VIDEO;
            case DOCUMENT -> DOCUMENT;
            case STICKER -> STICKER;
        };
    }

    /** The field of a message that it is in, and the parameter of the call that sends it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String folder() {
        return folder;
    }

    /** What a bot may upload. */
    long mostBytes() {
        return (long) megabytes * MEGABYTE;
    }

    boolean hasCaption() {
        return this != STICKER;
    }

    /** As Telegram calls it when it is sent as what it is not. */
    String title() {
        return switch (this) {
            case PHOTO -> "Photo";
            case VOICE -> "VoiceNote";
            case AUDIO -> "Audio";
            case VIDEO -> "Video";
            case DOCUMENT -> "Document";
            case STICKER -> "Sticker";
        };
    }
}
