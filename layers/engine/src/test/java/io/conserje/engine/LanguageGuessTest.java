package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageGuessTest {
    private final LanguageGuess guess =
            new LanguageGuess(
                    new Lexicon(
                            Map.of(),
                            Map.of(
                                    Language.ES, List.of("hola", "quiero", "una"),
                                    Language.EN, List.of("hello", "the", "i", "want"))));

    @Test
    void theLanguageWithMoreOfItsWordsIsTheOne() {
        assertEquals(Optional.of(Language.ES), guess.of("Hola, quiero the menu"));
        assertEquals(Optional.of(Language.EN), guess.of("hola, I want the menu"));
    }

    @Test
    void aMarkThatOnlySpanishHasCountsForTwoWords() {
        assertEquals(Optional.of(Language.ES), guess.of("¿the menu?"));
        assertEquals(Optional.of(Language.ES), guess.of("MAÑANA"));
    }

    @Test
    void asManyOfOneAsOfTheOtherTellNothing() {
        assertEquals(Optional.empty(), guess.of("hola hello"));
        assertEquals(Optional.empty(), guess.of("¿I want?"));
        assertEquals(Optional.empty(), guess.of(""));
    }
}
