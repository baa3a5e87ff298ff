package io.conserje.local.command;

import io.conserje.local.eval.Baseline;
import io.conserje.local.eval.Confusions;
import io.conserje.local.eval.Score;
import io.conserje.local.eval.Verdict;
import io.conserje.local.eval.Verdict.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** What an evaluation found, as it is read. */
record EvalReport(Texts texts) {

    /** A table for each kind of case. */
    String table(List<Score> scores) {
        StringBuilder table = new StringBuilder();
        for (Kind kind : Kind.values()) {
            List<Score> rows = scores.stream().filter(score -> score.kind() == kind).toList();
            if (!rows.isEmpty()) {
                line(table, "eval." + kind);
                rows.forEach(row -> table.append(row(row)));
            }
        }
        return table.toString();
    }

    private String row(Score score) {
        return texts.say(
                        score.kind() == Kind.DIALOGUES ? "eval.row-of-dialogues" : "eval.row",
                        score.language().code(),
                        told("%-4s", score.part()),
                        told("%4d", score.cases()),
                        told("%4d", score.right()),
                        told("%5.1f", score.percent()),
                        told("%.1f", score.turns()))
                + "\n";
    }

    String failures(List<Verdict> verdicts) {
        String failures =
                verdicts.stream()
                        .filter(one -> !one.right())
                        .map(this::failure)
                        .collect(Collectors.joining());
        String confusions =
                Confusions.of(verdicts).all().stream()
                        .map(one ->
                                texts.say(
                                                "eval.confusion",
                                                told("%3d", one.times()),
                                                one.expected(),
                                                one.got())
                                        + "\n")
                        .collect(Collectors.joining());
        return failures + confusions;
    }

    private String failure(Verdict one) {
        String head =
                texts.say(
                        one.kind() == Kind.DIALOGUES ? "eval.failed-dialogue" : "eval.failed",
                        one.kind(),
                        one.language().code(),
                        one.part(),
                        one.id(),
                        one.expected(),
                        one.got());
        return head + "\n" + one.said().stripTrailing().indent(4);
    }

    String judgement(List<Baseline.Shortfall> missed) {
        StringBuilder lines = new StringBuilder();
        missed.forEach(one ->
                line(
                        lines,
                        "eval.below",
                        one.name(),
                        told("%.1f", one.reached()),
                        told("%.1f", one.floor())));
        if (missed.isEmpty()) {
            line(lines, "eval.holds");
        }
        return lines.toString();
    }

    private String told(String form, Object value) {
        return String.format(texts.language().locale(), form, value);
    }

    private void line(StringBuilder lines, String key, Object... values) {
        lines.append(texts.say(key, values)).append('\n');
    }
}
