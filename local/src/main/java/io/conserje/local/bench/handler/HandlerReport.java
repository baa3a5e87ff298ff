package io.conserje.local.bench.handler;

import io.conserje.local.bench.handler.HandlerBench.Row;
import java.util.List;
import java.util.Locale;

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

    private double ratio() {
        return row("handler").micros() / row("crt").micros();
    }

    public boolean holds() {
        return ratio() <= MOST;
    }

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        for (Row row : rows) {
            page.append(
                    String.format(
                            Locale.ROOT,
                            "%-24s %8.0f µs ± %5.0f  %6.0f webhooks/s%n",
                            row.name().equals("handler") ? row.name() : "floor, " + row.name(),
                            row.micros(),
                            row.error(),
                            MICROS / row.micros()));
        }
        return page
                + String.format(
                        Locale.ROOT,
                        "handler / floor, crt: %.2f, at most %.1f: %s%n",
                        ratio(),
                        MOST,
                        holds() ? "holds" : "DOES NOT HOLD");
    }
}
