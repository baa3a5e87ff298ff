/** The command line's way in: an emulated phone over HTTP. */
@NullMarked
package io.conserje.local.emulator.control;

import org.jspecify.annotations.NullMarked;
