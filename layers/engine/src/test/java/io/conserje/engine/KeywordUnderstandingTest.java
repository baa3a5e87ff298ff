package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeywordUnderstandingTest {
    private static final Lexicon LEXICON =
            new Lexicon(
                    Map.of(
                            "greet", List.of("hola"),
                            "parking", List.of("estacionar", "parking"),
                            "stop", List.of("baja")),
                    Map.of());

    @Test
    void whatIsAskedForIsReadInTheOrderOfTheText() {
        Understanding understanding = of(topic("parking", "Parqueo"), topic("prices", "Precios"));

        assertEquals(List.of("prices", "parking"), understanding.read("precios y parking"));
        assertEquals(
                List.of("greet", "parking", "prices"),
                understanding.read("Hola, ¿parqueo y precios?"));
    }

    @Test
    void aTopicIsAskedForByWellKnownWordsItsTitlesAndItsOwnWords() {
        Understanding understanding =
                of(
                        new Topic(
                                "parking",
                                new Bilingual("Parqueo", "Car park"),
                                new Bilingual("Sí", "Yes"),
                                List.of("dejar el CARRO")));

        for (String asked :
                List.of("¿estacionar?", "el parqueo", "the car park", "puedo dejar el carro")) {
            assertEquals(List.of("parking"), understanding.read(asked), asked);
        }
    }

    @Test
    void aWellKnownWordOfATopicThatTheBusinessDoesNotHaveIsNotUnderstood() {
        assertEquals(List.of(), of(topic("prices", "Precios")).read("¿parking?"));
    }

    @Test
    void aTitleWithoutAWordInItIsAskedForByNobody() {
        assertEquals(List.of(), of(topic("parking", "🅿️")).read("👍"));
    }

    @Test
    void stoppingIsNoWordAmongOthers() {
        assertEquals(List.of(), of().read("me baja la presión"));
    }

    private static Topic topic(String id, String title) {
        return new Topic(id, new Bilingual(title, title), new Bilingual("Sí", "Yes"), List.of());
    }

    private static Understanding of(Topic... topics) {
        return new KeywordUnderstanding(
                LEXICON,
                new Business(
                        new ProjectId("demo"),
                        new Bilingual("Demo", "Demo"),
                        Language.ES,
                        ZoneOffset.UTC,
                        new OpeningHours(Map.of()),
                        List.of(topics)));
    }
}
