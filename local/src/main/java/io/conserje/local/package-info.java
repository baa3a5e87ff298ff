/** The command line: the whole system on one machine. */
@NullMarked
package io.conserje.local;

import org.jspecify.annotations.NullMarked;
