package io.conserje.local.emulator.post;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds a webhook back until others have gone past it. The others are of other conversations,
 * because its own conversation waits behind it in its lane.
 */
final class Overtaking {
    private static final int OTHERS = 3;

    private record Held(long until, CountDownLatch overtaken) {}

    private final Duration longest;
    private final AtomicLong departed = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private final ConcurrentLinkedQueue<Held> held = new ConcurrentLinkedQueue<>();

    /**
     * @param longest how long a webhook is held when too few others come
     */
    Overtaking(Duration longest) {
        this.longest = longest;
    }

    /**
     * When as many have arrived as had departed, and three more, then at least three arrived that
     * departed later.
     */
    void hold() throws InterruptedException {
        Held mine = new Held(departed.get() + OTHERS, new CountDownLatch(1));
        held.add(mine);
        boolean unused = mine.overtaken.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    void departed() {
        departed.incrementAndGet();
    }

    /**
     * The queue is in the order of {@code until}, nearly: a race makes one wait a little longer.
     */
    void arrived() {
        long now = arrived.incrementAndGet();
        for (Held first = held.peek(); first != null && first.until <= now; first = held.peek()) {
            held.remove(first);
            first.overtaken.countDown();
        }
    }
}
