package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    private final PhraseBook book =
            book(Map.of("hello", "Soy {business}."), Map.of("hello", "I am {business}."));

    @Test
    void aPhraseIsSaidInTheLanguageWithItsNamesFilledIn() {
        Map<String, String> names = Map.of("business", "Los Robles");

        assertEquals("Soy Los Robles.", book.say(Language.ES, "hello", names));
        assertEquals("I am Los Robles.", book.say(Language.EN, "hello", names));
    }

    @Test
    void aNameIsTakenAsItIsWritten() {
        Map<String, String> names = Map.of("business", "A$1 \\ {business}");

        assertEquals("Soy A$1 \\ {business}.", book.say(Language.ES, "hello", names));
    }

    @Test
    void phrasesThatStandInOneLanguageOnlyAreNamed() {
        String message =
                refusal(() ->
                        book(
                                Map.of("hello", "Hola", "bye", "Adiós"),
                                Map.of("hello", "Hello", "thanks", "Thanks")));

        assertEquals("phrases stand in one language only: [bye, thanks]", message);
    }

    @Test
    void aPhraseThatIsNotThereIsNamed() {
        assertEquals(
                "there is no phrase 'welcome' in es",
                refusal(() -> book.say(Language.ES, "welcome", Map.of())));
    }

    @Test
    void aNameThatNobodyGaveIsNamed() {
        String message = refusal(() -> book.say(Language.ES, "hello", Map.of()));

        assertTrue(message.contains("hello") && message.contains("{business}"), message);
    }

    private static String refusal(Runnable misuse) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, misuse::run).getMessage());
    }

    private static PhraseBook book(Map<String, String> spanish, Map<String, String> english) {
        return new PhraseBook(Map.of(Language.ES, spanish, Language.EN, english));
    }
}
