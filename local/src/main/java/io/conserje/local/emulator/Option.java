package io.conserje.local.emulator;

import org.jspecify.annotations.Nullable;

/** Something the customer may tap: a button, a row of a list. */
public record Option(String id, String title, @Nullable String description) {}
