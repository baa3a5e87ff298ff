/** Cuts what is to be said to what an account can carry, and names what cannot be cut. */
@NullMarked
package io.conserje.engine.fit;

import org.jspecify.annotations.NullMarked;
