/**
 * What a function does before its snapshot is taken, so that the first customer after a restore
 * waits for nothing: it plays its own events against stand-ins, and leaves nothing of it behind.
 */
@NullMarked
package io.conserje.aws.priming;

import org.jspecify.annotations.NullMarked;
