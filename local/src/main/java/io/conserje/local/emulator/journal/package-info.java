/** What must survive the process: one line of JSON for each thing that happened. */
@NullMarked
package io.conserje.local.emulator.journal;

import org.jspecify.annotations.NullMarked;
