package io.conserje.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which conversations most lines of the log are about. */
final class Busiest {
    private static final int SHOWN = 10;

    private Busiest() {}

    /** How many, and of which conversation; the most first. */
    static List<String> of(Collection<JsonNode> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode line : lines) {
            String conversation = line.path("conversation").asText();
            if (!conversation.isEmpty()) {
                counts.merge(conversation, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(one -> String.format(Locale.ROOT, "%7d  %s", one.getValue(), one.getKey()))
                .toList();
    }
}
