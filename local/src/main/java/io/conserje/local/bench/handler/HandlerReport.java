package io.conserje.local.bench.handler;

import io.conserje.local.bench.handler.HandlerBench.Row;
import io.conserje.local.bench.start.Sample;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a webhook costs, with the function and at the least. */
public final class HandlerReport {
    private static final double MOST = 1.3;
    private static final double MICROS = 1e6;

    private final List<Row> rows;

    HandlerReport(List<Row> rows) {
        this.rows = rows;
    }

    private Row row(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was measured of " + name));
    }

    /** Of processes that ran one after the other; a machine may be slower a minute later. */
    private Sample ratios() {
        List<Double> handler = row("handler").micros();
        List<Double> floor = row("crt").micros();
        return Sample.of(
                IntStream.range(0, handler.size())
                        .mapToObj(i -> handler.get(i) / floor.get(i))
                        .toList());
    }

    public boolean holds() {
        return ratios().median() <= MOST;
    }

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        for (Row row : rows) {
            Sample micros = Sample.of(row.micros());
            page.append(
                    String.format(
                            Locale.ROOT,
                            "%-24s %6.0f µs (%.0f-%.0f)  %6.0f webhooks/s%n",
                            row.name().equals("handler") ? row.name() : "floor, " + row.name(),
                            micros.median(),
                            micros.min(),
                            micros.max(),
                            MICROS / micros.median()));
        }
        Sample ratios = ratios();
        return page
                + String.format(
                        Locale.ROOT,
                        "handler / floor, crt: %.2f (%.2f-%.2f), at most %.1f: %s%n",
                        ratios.median(),
                        ratios.min(),
                        ratios.max(),
                        MOST,
                        holds() ? "holds" : "DOES NOT HOLD");
    }
}
