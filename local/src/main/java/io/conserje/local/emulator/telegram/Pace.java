package io.conserje.local.emulator.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How fast a bot may write to one chat; as fast as it can, unless a limit was set. */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> sent = new ConcurrentHashMap<>();
    private volatile int perSecond;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** Zero for no limit. */
    void limit(int messagesPerSecond) {
        perSecond = messagesPerSecond;
        sent.clear();
    }

    /**
     * Counts a message.
     *
     * @throws BotError when there were too many already
     */
    void step(String chat) {
        int most = perSecond;
        if (most > 0) {
            Instant now = clock.instant();
            sent.compute(chat, (c, before) -> step(before, now, most));
        }
    }

    private static Deque<Instant> step(@Nullable Deque<Instant> before, Instant now, int most) {
        Deque<Instant> recent = before == null ? new ArrayDeque<>() : before;
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            throw BotError.tooMany((int) WINDOW.toSeconds());
        }
        recent.addLast(now);
        return recent;
    }
}
