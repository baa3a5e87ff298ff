package io.conserje.local.bench;

import java.util.Optional;

/**
 * The way of one message there and back; all moments by {@link System#nanoTime}.
 *
 * @param due when it was to leave
 * @param posted when its webhook was posted first
 * @param took from its last post to the answer
 * @param said when the provider took the first message of its answer; empty when it took none
 */
record Journey(
        String customer,
        String id,
        long due,
        long posted,
        long acknowledged,
        long took,
        Optional<Long> said) {}
