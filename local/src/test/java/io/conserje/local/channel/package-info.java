/**
 * One contract for every channel, held against its provider's emulator. What a provider cannot do
 * is listed by name with its reason, and the contract proves that too.
 */
@NullMarked
package io.conserje.local.channel;

import org.jspecify.annotations.NullMarked;
