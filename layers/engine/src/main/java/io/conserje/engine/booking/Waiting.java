package io.conserje.engine.booking;

import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's place in the line for a service.
 *
 * @param id tells it from the others of the line
 * @param version as of {@link DaySheet#version}
 * @param offered the hold that is offered to them now
 */
public record Waiting(
        String id,
        long version,
        Instant since,
        String service,
        Optional<String> professional,
        Days days,
        Optional<Clock> clock,
        int party,
        String name,
        Customer customer,
        Optional<BookingId> offered) {

    public Waiting withOffered(Optional<BookingId> hold) {
        return new Waiting(
                id,
                version,
                since,
                service,
                professional,
                days,
                clock,
                party,
                name,
                customer,
                hold);
    }
}
