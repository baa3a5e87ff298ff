/**
 * Reads what a customer wrote: what is wanted, by whom, for how many; in Spanish and English, and
 * in haste.
 */
@NullMarked
package io.conserje.engine.understanding;

import org.jspecify.annotations.NullMarked;
