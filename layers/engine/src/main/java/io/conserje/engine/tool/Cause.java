package io.conserje.engine.tool;

import io.conserje.model.MessageId;

/**
 * What a change is made because of. A change with the same cause is the same change, and is made
 * once.
 *
 * @param ordinal which of the changes that the message causes, from 0
 */
public record Cause(MessageId message, int ordinal) {}
