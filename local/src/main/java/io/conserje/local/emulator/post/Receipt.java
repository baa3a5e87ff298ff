package io.conserje.local.emulator.post;

import io.conserje.local.emulator.Status;
import org.jspecify.annotations.Nullable;

/** What a message has become once the webhook that tells of it was acknowledged. */
public record Receipt(String message, Status becomes, @Nullable String failure) {}
