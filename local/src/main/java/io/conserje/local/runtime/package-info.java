/**
 * Runs what the template describes in one process: its routes behind HTTP, its queues and tables in
 * embedded stand-ins that keep their data, its functions as Lambda would call them.
 */
@NullMarked
package io.conserje.local.runtime;

import org.jspecify.annotations.NullMarked;
