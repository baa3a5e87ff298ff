package io.conserje.engine.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Words;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written is read, in the same way each time. */
@Tag("many")
class AnyTextTest {
    private static final String ALPHABET =
            "aeiouñÁbcdrst 0123456789.,:;/@+-'’¿?¡!()\n\t\u0301\u200d\uD83D\uDC4D日ß";

    @Test
    void noTextIsTooStrangeToBeRead() {
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            String text = text(random, random.nextInt(120));
            for (Asked asked : Asked.values()) {
                Listener.hear(text, asked);
            }
        }
    }

    @Test
    void aVeryLongTextIsReadByItsBeginning() {
        String text = "quiero una limpieza mañana " + "y más y más ".repeat(1000);

        assertEquals(List.of("cleaning"), Listener.hear(text).services());
        Listener.hear("1".repeat(10_000));
        Listener.hear("a@".repeat(5_000));
        Listener.hear("1 ".repeat(5_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quiero un appointment | ES",
                "i need a cita for tomorrow | EN",
                "kiero una sita xfa | ES",
                "do u have parking | EN"
            })
    void oneBorrowedWordDoesNotChangeTheLanguage(String text, Language language) {
        assertEquals(Optional.of(language), Listener.hear(text).language(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ok", "Ana", "12", "👍", "Ich möchte einen Termin", "quero uma consulta"})
    void shortWordsAndOtherLanguagesTellNoLanguage(String text) {
        assertEquals(Optional.empty(), Listener.hear(text).language(), text);
    }

    @Test
    void theSameSentencesTeachTheSameModelAndItIsSmall() throws IOException {
        Path sentences =
                Path.of(System.getProperty("conserje.root", ""))
                        .resolve("layers/application/src/main/training/intents.tsv");
        List<String> some = Files.readAllLines(sentences).stream().limit(600).toList();
        Words words = Words.load();

        assertEquals(taught(words, some), taught(words, some));
        String whole = String.join("\n", words.intents().lines());
        assertTrue(whole.getBytes(StandardCharsets.UTF_8).length < 3_000_000);
        assertEquals(words.intents().lines(), IntentModel.read(words.intents().lines()).lines());
    }

    private static List<String> taught(Words words, List<String> sentences) {
        return IntentTraining.learn(IntentSamples.of(words.lexicon(), sentences)).lines();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
