/**
 * Gets webhooks to the system under test: at least once, in order within a conversation, with the
 * faults that were dialled.
 */
@NullMarked
package io.conserje.local.emulator.post;

import org.jspecify.annotations.NullMarked;
