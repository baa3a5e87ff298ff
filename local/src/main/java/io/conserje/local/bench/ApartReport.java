package io.conserje.local.bench;

import io.conserje.model.AccountRef;
import java.util.List;
import java.util.Locale;

/**
 * How long customers of one account waited while another account was in trouble.
 *
 * @param well in nanoseconds, while it was not
 */
public record ApartReport(
        AccountRef troubled,
        AccountRef measured,
        List<Long> well,
        List<Long> down,
        List<Long> throttled,
        List<Long> silent) {

    /** In milliseconds; {@code share} is 0 to 1. */
    private static double latency(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(index, 0)) / 1e6;
    }

    @Override
    public String toString() {
        return "answers of "
                + measured
                + " while "
                + troubled
                + " is\n"
                + line("well", well)
                + "\n"
                + line("down", down)
                + "\n"
                + line("throttled", throttled)
                + "\n"
                + line("silent", silent);
    }

    private String line(String what, List<Long> nanos) {
        return String.format(
                Locale.ROOT,
                "  %-10s %5d answers  p50 %6.0f ms (%.2f)  p99 %6.0f ms (%.2f)  max %6.0f ms",
                what,
                nanos.size(),
                latency(nanos, 0.5),
                latency(nanos, 0.5) / latency(well, 0.5),
                latency(nanos, 0.99),
                latency(nanos, 0.99) / latency(well, 0.99),
                latency(nanos, 1));
    }
}
