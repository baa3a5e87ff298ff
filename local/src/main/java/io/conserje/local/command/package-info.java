/**
 * The command line. A command reads what runs from the run file and talks to it as anybody could.
 */
@NullMarked
package io.conserje.local.command;

import org.jspecify.annotations.NullMarked;
