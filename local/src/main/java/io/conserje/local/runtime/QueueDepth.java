package io.conserje.local.runtime;

/** How many messages a queue holds: ready, held by a consumer, and not due yet. */
public record QueueDepth(String queueId, int visible, int inFlight, int delayed) {
    public boolean empty() {
        return visible == 0 && inFlight == 0 && delayed == 0;
    }
}
