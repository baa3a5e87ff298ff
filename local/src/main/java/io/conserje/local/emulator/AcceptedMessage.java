package io.conserje.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message that the system under test sent and the provider took.
 *
 * @param callback what the sender asked to get back with every status
 * @param nanos {@link System#nanoTime} when it was accepted
 */
public record AcceptedMessage(
        String customer, String id, JsonNode body, @Nullable String callback, long nanos) {}
