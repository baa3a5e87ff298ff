package io.conserje.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run of the way showed.
 *
 * @param messages that customers sent
 * @param posts webhooks that were posted for them and for receipts, repetitions included
 * @param replies messages that the provider took from us
 * @param took from the first question to the last answer
 * @param nanos for each message, from its webhook's first post until the provider took its answer
 */
public record WayReport(int messages, long posts, int replies, Duration took, List<Long> nanos) {
    public WayReport {
        nanos = nanos.stream().sorted().toList();
    }

    public double perSecond() {
        return messages * 1e9 / took.toNanos();
    }

    /** In milliseconds; {@code share} is 0 to 1. */
    public double latency(double share) {
        int index = (int) Math.ceil(share * nanos.size()) - 1;
        return nanos.get(Math.max(index, 0)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d messages in %.1f s: %.0f messages/s; webhook to provider p50 %.0f ms, p99 %.0f ms, max %.0f ms;"
                        + " %d replies, %d webhooks posted; each message answered exactly once, in order",
                messages,
                took.toMillis() / 1000.0,
                perSecond(),
                latency(0.5),
                latency(0.99),
                latency(1),
                replies,
                posts);
    }
}
