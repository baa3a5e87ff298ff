/**
 * Decides whether, when and as what a message may leave, and tells why. Pure, like all of the
 * engine.
 */
@NullMarked
package io.conserje.engine.send;

import org.jspecify.annotations.NullMarked;
