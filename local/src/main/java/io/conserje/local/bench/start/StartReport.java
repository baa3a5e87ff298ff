package io.conserje.local.bench.start;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured, to be read by people and by programs. */
public final class StartReport {
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private final List<Measured> measured;

    StartReport(List<Measured> measured) {
        this.measured = measured;
    }

    /** Whether every function is as quick as it is to be. */
    public boolean holds() {
        return measured.stream().flatMap(one -> Goal.of(one).stream()).allMatch(Goal::holds);
    }

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        measured.forEach(one -> page(one, page));
        return page.toString();
    }

    private void page(Measured one, StringBuilder page) {
        page.append(
                line(
                        "%n%s: %.1f MB unpacked, %d runs of each, %d warm; median (min-max)",
                        one.function(), one.size() / MEGABYTE, one.rounds(), one.warm().size()));
        page.append(
                line(
                        "  %-10s %24s %24s %10s %10s %8s",
                        "", "ready, ms", "first answer, ms", "classes", "CPU, ms", "RSS, MB"));
        one.runs()
                .keySet()
                .forEach(variant ->
                        page.append(
                                line(
                                        "  %-10s %24s %24s %10d %10.0f %8.0f",
                                        variant.word(),
                                        told(one.sample(variant, Run::initMillis)),
                                        told(one.answers(variant)),
                                        one.classes().getOrDefault(variant, 0),
                                        one.sample(variant, Run::cpuMillis).median(),
                                        one.sample(variant, Run::rssMegabytes).median())));
        one.everybodyWarm().forEach(who -> page.append(warm(one, who)));
        Goal.of(one)
                .forEach(goal ->
                        page.append(
                                line(
                                        "  %-18s %.3f [%.3f-%.3f], at most %.2f: %s",
                                        goal.name(),
                                        goal.is().ratio(),
                                        goal.is().low(),
                                        goal.is().high(),
                                        goal.atMost(),
                                        goal.holds() ? "holds" : "DOES NOT HOLD")));
    }

    private static String warm(Measured one, Warm.Who who) {
        Sample calls = one.warm(who);
        return line(
                "  warm %-10s p50 %.2f ms, p99 %.2f ms",
                who.word(), calls.median(), calls.quantile(0.99));
    }

    private static String told(Sample sample) {
        return String.format(
                Locale.ROOT, "%.0f (%.0f-%.0f)", sample.median(), sample.min(), sample.max());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + System.lineSeparator();
    }

    /**
     * An object a function: {@code sizeBytes}, {@code rounds}, {@code warmRounds}, {@code states}
     * (each with {@code readyMillis}, {@code answerMillis}, {@code cpuMillis}, {@code rssMegabytes}
     * as {@code {median, min, max}}, {@code classes}), {@code warm} (each with {@code p50Millis},
     * {@code p99Millis}) and {@code ratios} (each {@code {ratio, low, high, atMost, holds}}).
     */
    public String json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        measured.forEach(one -> all.set(one.function(), json(one)));
        return JsonMapper.builder().build().valueToTree(all).toPrettyString();
    }

    private ObjectNode json(Measured one) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("sizeBytes", one.size());
        node.put("rounds", one.rounds()).put("warmRounds", one.warm().size());
        ObjectNode states = node.putObject("states");
        one.runs()
                .keySet()
                .forEach(variant -> {
                    ObjectNode state = states.putObject(variant.word());
                    add(state, "readyMillis", one, variant, Run::initMillis);
                    add(state, "answerMillis", one, variant, Run::answerMillis);
                    state.put("classes", one.classes().getOrDefault(variant, 0));
                    add(state, "cpuMillis", one, variant, Run::cpuMillis);
                    add(state, "rssMegabytes", one, variant, Run::rssMegabytes);
                });
        ObjectNode warm = node.putObject("warm");
        one.everybodyWarm()
                .forEach(who -> {
                    Sample calls = one.warm(who);
                    warm.putObject(who.word())
                            .put("p50Millis", calls.median())
                            .put("p99Millis", calls.quantile(0.99));
                });
        ObjectNode ratios = node.putObject("ratios");
        Goal.of(one)
                .forEach(goal ->
                        ratios.putObject(goal.name())
                                .put("ratio", goal.is().ratio())
                                .put("low", goal.is().low())
                                .put("high", goal.is().high())
                                .put("atMost", goal.atMost())
                                .put("holds", goal.holds()));
        return node;
    }

    private static void add(
            ObjectNode state,
            String name,
            Measured one,
            Variant variant,
            ToDoubleFunction<Run> value) {
        Sample sample = one.sample(variant, value);
        state.putObject(name)
                .put("median", sample.median())
                .put("min", sample.min())
                .put("max", sample.max());
    }
}
