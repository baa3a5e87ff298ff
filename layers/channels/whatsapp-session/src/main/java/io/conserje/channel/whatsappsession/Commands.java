package io.conserje.channel.whatsappsession;

import java.net.URI;
import java.time.Duration;

/** The queue that a session takes its commands from. */
interface Commands {

    /**
     * One attempt.
     *
     * @param limit for all of it
     */
    Handed put(Command command, URI queue, Duration limit);

    /** How one attempt ended. */
    sealed interface Handed {}

    /** It is in the queue, once. */
    record Taken() implements Handed {}

    /** It is not in the queue, for a reason that passes. */
    record NotTaken(Delay delay, String reason) implements Handed {}

    /** The queue takes no such command, ever. */
    record Never(String reason) implements Handed {}

    /** It may be in the queue. */
    record InDoubt(String reason) implements Handed {}
}
