/** Holds the evaluation to its word, and the front desk to the evaluation's baseline. */
@NullMarked
package io.conserje.local.eval;

import org.jspecify.annotations.NullMarked;
