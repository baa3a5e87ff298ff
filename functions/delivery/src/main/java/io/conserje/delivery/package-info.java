/** Where our messages meet their provider, and what became of them is noted. */
@NullMarked
package io.conserje.delivery;

import org.jspecify.annotations.NullMarked;
