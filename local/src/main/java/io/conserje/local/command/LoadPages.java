package io.conserje.local.command;

import io.conserje.local.bench.Gauge;
import io.conserje.local.bench.Latencies;
import io.conserje.local.bench.LoadFigures;
import io.conserje.local.bench.LoadReport;
import io.conserje.local.bench.LoadReport.Phase;
import io.conserje.local.bench.Memory;
import io.conserje.local.bench.Saturation;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a run under load showed, as it is read. */
record LoadPages(Texts texts) {

    String page(Phase phase) {
        StringBuilder page = new StringBuilder();
        line(page, "phase." + phase.shape(), seconds(phase.lasted()), seconds(phase.drained()));
        page.append(figures("many", phase.many()));
        phase.one().ifPresent(one -> page.append(figures("one", one)));
        line(page, "memory", megabytes(phase.memory().heap()), peak(phase.memory()));
        saturation(page, phase.saturation());
        return page.toString();
    }

    private String figures(String whose, LoadFigures is) {
        StringBuilder lines = new StringBuilder();
        line(
                lines,
                whose,
                is.messages(),
                told("%.1f", is.inPerSecond()),
                told("%.1f", is.outPerSecond()),
                is.unanswered());
        line(lines, "answer", latencies(is.answer()), latencies(is.answerSinceDue()));
        line(lines, "send", latencies(is.send()), latencies(is.sendSinceDue()));
        return lines.toString();
    }

    private void saturation(StringBuilder page, Saturation is) {
        if (is.full().isEmpty()) {
            line(page, "not-full");
        }
        for (int i = 0; i < is.full().size(); i++) {
            Saturation.Full full = is.full().get(i);
            line(
                    page,
                    i == 0 ? "full-first" : "full-next",
                    seconds(full.after()),
                    gauge(full.gauge()));
        }
        line(
                page,
                "fullest",
                is.fullest().stream().map(this::gauge).collect(Collectors.joining("; ")));
    }

    private String gauge(Gauge gauge) {
        return switch (gauge) {
            case Gauge.Processor(double all, double ours) ->
                    say("gauge.processor", told("%.0f", all * 100), told("%.0f", ours * 100));
            case Gauge.Consumer is ->
                    say(
                            "gauge.consumer",
                            is.queue(),
                            is.function(),
                            is.running(),
                            is.most(),
                            is.waiting());
            case Gauge.AccountPace(double perSecond, double limit) ->
                    say("gauge.pace", told("%.0f", perSecond), told("%.0f", limit));
            case Gauge.Posts(long open) -> say("gauge.posts", open);
        };
    }

    String ratio(LoadReport report) {
        StringBuilder lines = new StringBuilder();
        line(lines, "ratio", told("%.2f", report.ratio(0.5)), told("%.2f", report.ratio(0.99)));
        line(lines, "noise", told("%.2f", report.noise(0.5)), told("%.2f", report.noise(0.99)));
        line(lines, "kept");
        return lines.toString();
    }

    private String latencies(Latencies is) {
        return told("p50 %.0f, ", is.at(0.5))
                + told("p99 %.0f, ", is.at(0.99))
                + told("p99.9 %.0f ms", is.at(0.999));
    }

    private String peak(Memory memory) {
        return memory.peakResident().map(this::megabytes).orElse("?");
    }

    private String megabytes(long bytes) {
        return told("%.0f", bytes / 1e6);
    }

    private String seconds(Duration duration) {
        return told("%.1f", duration.toMillis() / 1e3);
    }

    private String told(String form, Object value) {
        return String.format(texts.language().locale(), form, value);
    }

    private String say(String key, Object... values) {
        return texts.say("bench.load." + key, values);
    }

    private void line(StringBuilder lines, String key, Object... values) {
        lines.append(say(key, values)).append('\n');
    }
}
