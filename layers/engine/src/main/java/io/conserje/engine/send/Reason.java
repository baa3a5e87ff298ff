package io.conserje.engine.send;

import java.util.Map;

/**
 * Why something was decided: the key of a sentence that exists in both languages, and what fills
 * it.
 */
public record Reason(String key, Map<String, String> names) {
    public Reason {
        names = Map.copyOf(names);
    }

    static Reason of(String key) {
        return new Reason(key, Map.of());
    }
}
