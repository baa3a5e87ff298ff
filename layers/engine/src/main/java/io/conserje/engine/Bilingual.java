package io.conserje.engine;

import io.conserje.model.Language;

/** The same words in both languages. */
public record Bilingual(String es, String en) {
    public Bilingual {
        if (es.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "text needs both languages: 'es' and 'en', neither empty");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case ES -> es;
            case EN -> en;
        };
    }
}
