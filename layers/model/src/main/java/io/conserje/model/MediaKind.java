package io.conserje.model;

/** What a file is to the person who gets it. */
public enum MediaKind {
    IMAGE,
    AUDIO,
    VIDEO,
    DOCUMENT,
    STICKER
}
