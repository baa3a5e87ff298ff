package io.conserje.local.emulator;

import org.jspecify.annotations.Nullable;

/**
 * How much work there is.
 *
 * @param pending webhooks that nobody acknowledged yet, and duplicates on their way
 * @param acknowledged webhooks acknowledged since the start
 * @param accepted messages the API accepted since the start
 * @param lastError what became of the last webhook that was not acknowledged
 */
public record EmulatorState(
        long pending, long acknowledged, long accepted, @Nullable String lastError) {}
