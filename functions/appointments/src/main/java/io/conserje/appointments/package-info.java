/** The function of the clock: looks every minute at what has fallen due. */
@NullMarked
package io.conserje.appointments;

import org.jspecify.annotations.NullMarked;
