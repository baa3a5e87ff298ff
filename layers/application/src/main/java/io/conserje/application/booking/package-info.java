/**
 * Bookings: performs what the engine calls for, writes each transition as one, and minds what falls
 * due.
 */
@NullMarked
package io.conserje.application.booking;

import org.jspecify.annotations.NullMarked;
