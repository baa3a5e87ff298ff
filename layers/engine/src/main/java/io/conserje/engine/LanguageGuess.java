package io.conserje.engine;

import io.conserje.model.Language;
import java.util.List;
import java.util.Optional;

/** Tells Spanish from English by small common words and by the marks that only Spanish has. */
final class LanguageGuess {
    private static final String SPANISH_MARKS = "¿¡ñáéíóúü";

    private final Lexicon lexicon;

    LanguageGuess(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Empty when the text does not tell, as a name or a number does not. */
    Optional<Language> of(String raw) {
        Plain text = Plain.of(raw);
        int spanish = count(text, Language.ES) + (hasSpanishMark(raw) ? 2 : 0);
        int english = count(text, Language.EN);
        if (spanish == english) {
            return Optional.empty();
        }
        return Optional.of(spanish > english ? Language.ES : Language.EN);
    }

    private int count(Plain text, Language language) {
        return (int)
                lexicon.markers().getOrDefault(language, List.of()).stream()
                        .filter(text::has)
                        .count();
    }

    private static boolean hasSpanishMark(String raw) {
        return raw.toLowerCase(Language.ES.locale())
                .chars()
                .anyMatch(c -> SPANISH_MARKS.indexOf(c) >= 0);
    }
}
