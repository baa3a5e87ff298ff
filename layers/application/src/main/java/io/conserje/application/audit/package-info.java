/**
 * Holds what is stored against itself, and against what the providers know: nothing lost, nothing
 * doubled, nothing out of order, no time booked twice.
 */
@NullMarked
package io.conserje.application.audit;

import org.jspecify.annotations.NullMarked;
