/**
 * Appointments talked over: what is open between the desk and a customer, and what is asked next.
 * Slots are filled in any order; nothing is booked, moved or cancelled before the customer has said
 * yes to a summary.
 */
@NullMarked
package io.conserje.engine.dialogue;

import org.jspecify.annotations.NullMarked;
