package io.conserje.local.eval;

import io.conserje.local.eval.Verdict.Kind;
import io.conserje.model.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the test part must reach, in percent.
 *
 * @param floors by language and kind: {@code es.intents}
 */
public record Baseline(Map<String, Double> floors) {
    public Baseline {
        floors = Map.copyOf(floors);
    }

    public static Baseline read(Path file) {
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            lines.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Double> floors = new TreeMap<>();
        lines.stringPropertyNames()
                .forEach(name -> floors.put(name, Double.valueOf(lines.getProperty(name))));
        return new Baseline(floors);
    }

    /**
     * @param reached 0 when nothing was tried: a floor that nobody looks at holds nothing
     */
    public record Shortfall(String name, double floor, double reached) {}

    public List<Shortfall> missed(List<Score> scores) {
        List<Shortfall> missed = new ArrayList<>();
        new TreeMap<>(floors)
                .forEach((name, floor) -> {
                    double reached = reached(name, scores);
                    if (reached < floor) {
                        missed.add(new Shortfall(name, floor, reached));
                    }
                });
        return missed;
    }

    private static double reached(String name, List<Score> scores) {
        return scores.stream()
                .filter(score -> score.part() == Part.TEST)
                .filter(score -> name(score.language(), score.kind()).equals(name))
                .mapToDouble(Score::percent)
                .findFirst()
                .orElse(0);
    }

    static String name(Language language, Kind kind) {
        return language.code() + "." + kind.toString().toLowerCase(Locale.ROOT);
    }
}
