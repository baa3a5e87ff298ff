package io.conserje.local.eval;

import io.conserje.local.eval.Verdict.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was taken for what, the most often first. */
public record Confusions(List<Confusion> all) {

    public record Confusion(String expected, String got, long times) {}

    public static Confusions of(List<Verdict> verdicts) {
        Map<String, Map<String, Long>> counts =
                verdicts.stream()
                        .filter(one -> one.kind() == Kind.INTENTS && !one.right())
                        .collect(
                                Collectors.groupingBy(
                                        Verdict::expected,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                Verdict::got,
                                                TreeMap::new,
                                                Collectors.counting())));
        Function<Map.Entry<String, Map<String, Long>>, List<Confusion>> row =
                entry ->
                        entry.getValue().entrySet().stream()
                                .map(got ->
                                        new Confusion(entry.getKey(), got.getKey(), got.getValue()))
                                .toList();
        return new Confusions(
                counts.entrySet().stream()
                        .flatMap(entry -> row.apply(entry).stream())
                        .sorted(Comparator.comparingLong(Confusion::times).reversed())
                        .toList());
    }
}
