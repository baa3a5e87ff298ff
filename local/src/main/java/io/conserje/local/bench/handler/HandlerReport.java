package io.conserje.local.bench.handler;

import io.conserje.local.bench.handler.HandlerBench.Beside;
import io.conserje.local.bench.handler.HandlerBench.Floor;
import io.conserje.local.bench.start.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a webhook costs, with the function and at the least. */
public final class HandlerReport {
    private static final double MOST = 1.3;
    private static final double MICROS = 1e6;

    private final List<Floor> floors;
    private final List<Beside> beside;

    HandlerReport(List<Floor> floors, List<Beside> beside) {
        this.floors = floors;
        this.beside = beside;
    }

    /** One of each process: the median of its turns. */
    private Sample ratios() {
        return Sample.of(beside.stream().map(HandlerReport::ratio).toList());
    }

    private static double ratio(Beside turns) {
        return Sample.of(
                        IntStream.range(0, turns.handler().size())
                                .mapToObj(i -> turns.handler().get(i) / turns.floor().get(i))
                                .toList())
                .median();
    }

    private Sample medians(Function<Beside, List<Double>> of) {
        return Sample.of(beside.stream().map(of).map(Sample::of).map(Sample::median).toList());
    }

    public boolean holds() {
        return ratios().median() <= MOST;
    }

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        floors.forEach(
                floor -> page.append(row("floor, " + floor.client(), Sample.of(floor.micros()))));
        page.append(row("in turns: floor, crt", medians(Beside::floor)));
        page.append(row("in turns: handler", medians(Beside::handler)));
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

    private static String row(String name, Sample micros) {
        return String.format(
                Locale.ROOT,
                "%-24s %6.0f µs (%.0f-%.0f)  %6.0f webhooks/s%n",
                name,
                micros.median(),
                micros.min(),
                micros.max(),
                MICROS / micros.median());
    }
}
