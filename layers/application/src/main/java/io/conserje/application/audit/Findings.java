package io.conserje.application.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an audit found.
 *
 * @param counts how many ended how, by a name of a few words
 */
public record Findings(List<Violation> violations, Map<String, Long> counts) {
    public Findings {
        violations = List.copyOf(violations);
        counts = new TreeMap<>(counts);
    }

    public boolean allKept() {
        return violations.isEmpty();
    }
}
