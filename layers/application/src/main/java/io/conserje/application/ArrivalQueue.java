package io.conserje.application;

import io.conserje.model.Arrival;
import java.util.List;

/** The way from the webhook to the engine. */
public interface ArrivalQueue {
    /**
     * Returns once every arrival is durable. An arrival that was sent before within five minutes is
     * taken and not queued again.
     *
     * @throws Unavailable when not all of them are; some may be, so the caller has the provider
     *     send all again
     */
    void send(List<Arrival> arrivals);
}
