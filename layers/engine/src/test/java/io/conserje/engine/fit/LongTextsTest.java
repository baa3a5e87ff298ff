package io.conserje.engine.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Say;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextsTest {
    private static final String WORDS = "palabra ".repeat(500).strip();

    @Test
    void aTextAtTheLimitStaysAsItIs() {
        Say text = new Say(" " + "a".repeat(4095));

        assertEquals(List.of(text), fit(text));
    }

    @Test
    void aLongerTextIsCutAtAParagraphBeforeASentence() {
        String first = WORDS + ".\n\n";
        String second = "Una frase. Y otra frase. " + WORDS;

        assertEquals(
                List.of(new Say(first.strip()), new Say(second)), fit(new Say(first + second)));
    }

    @Test
    void aListIsCutBetweenItsLines() {
        String line = "1. Limpieza. Cuesta 12.50 y dura poco\n";

        List<Outgoing> parts = fit(new Say(line.repeat(200)));

        assertTrue(parts.stream().allMatch(part -> part.text().startsWith("1. Limpieza")));
        assertTrue(parts.stream().allMatch(part -> part.text().endsWith("dura poco")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "!", "?", "…", "?!", ".»", "!\"", ".)"})
    void withoutParagraphsItIsCutWhereASentenceEnds(String stop) {
        String first = WORDS + stop;
        String second = "¿Y ahora? " + WORDS;

        assertEquals(List.of(new Say(first), new Say(second)), fit(new Say(first + " " + second)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuesta 12.50 euros", "con la Dra. Ruiz", "pida, p. ej. algo"})
    void aDotInsideASentenceEndsNone(String phrase) {
        String first = WORDS + ".";
        String second = "Hoy " + phrase + " " + WORDS;

        assertEquals(List.of(new Say(first), new Say(second)), fit(new Say(first + " " + second)));
    }

    @Test
    void aSentenceWithoutEndIsCutAtASpace() {
        List<Outgoing> parts = fit(new Say("palabra ".repeat(1000).strip()));

        assertEquals("palabra ".repeat(512).strip(), parts.getFirst().text());
    }

    @Test
    void aShortGreetingIsNoMessageOfItsOwn() {
        List<Outgoing> parts = fit(new Say("¡Hola! " + "palabra ".repeat(1000)));

        assertTrue(parts.getFirst().text().length() > 4000);
    }

    @Test
    void whatHasNoSpaceIsNeverCutInsideAnEmoji() {
        String family = "👨‍👩‍👧‍👦";

        List<Outgoing> parts = fit(new Say("a" + family.repeat(1000)));

        assertTrue(parts.stream().skip(1).allMatch(part -> part.text().startsWith(family)));
        assertTrue(parts.stream().allMatch(part -> part.text().endsWith(family)));
    }

    @Test
    void oneEndlessCharacterIsCutAllTheSame() {
        List<Outgoing> parts = fit(new Say("e" + "\u0301".repeat(10_000)));

        assertEquals(3, parts.size());
    }

    private static List<Outgoing> fit(Outgoing content) {
        return Fit.fit(content, Accounts.WHATSAPP);
    }
}
