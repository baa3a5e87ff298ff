package io.conserje.engine.booking;

import java.time.Duration;
import java.time.Instant;

/** Why a booking cannot be had, so that it can be told truthfully. */
public sealed interface Refusal {

    /** Somebody else has it. */
    record Taken() implements Refusal {}

    /**
     * The business is closed then, or the professional does not work, or it is no time to begin at.
     */
    record Closed() implements Refusal {}

    record OnHoliday(Holiday holiday) implements Refusal {}

    /** It begins before now. */
    record Past() implements Refusal {}

    /** It begins too soon to be booked. */
    record TooSoon(Duration notice) implements Refusal {}

    record TooFarAhead(int days) implements Refusal {}

    /** The professional does not do that service. */
    record NotTheirs() implements Refusal {}

    /** More people than one time takes. */
    record TooMany(int capacity) implements Refusal {}

    record TooManyOpen(int most) implements Refusal {}

    /** The customer has another booking at that time. */
    record Clashes(BookingId other) implements Refusal {}

    /** What is to be confirmed is not held any more. */
    record HoldExpired() implements Refusal {}

    /** It is too late for the customer to change or cancel it alone. */
    record TooLateToChange(Duration notice, Instant start) implements Refusal {}

    /** There is no such booking of this customer, or it is over, or was cancelled. */
    record NoSuchBooking() implements Refusal {}
}
