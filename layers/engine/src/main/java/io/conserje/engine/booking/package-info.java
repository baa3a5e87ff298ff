/**
 * Appointments: what can be booked, what is free, and what may become of a booking. Decides, and
 * writes nothing.
 */
@NullMarked
package io.conserje.engine.booking;

import org.jspecify.annotations.NullMarked;
