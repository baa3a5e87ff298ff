/**
 * Decides the next step of a conversation from values and performs nothing: no clock, no
 * randomness, no I/O, no annotations of a framework. What it wants done it returns as effects.
 */
@NullMarked
package io.conserje.engine;

import org.jspecify.annotations.NullMarked;
