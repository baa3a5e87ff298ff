package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.testkit.Businesses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersFromTheProfileTest {
    private final Customer ana = Customer.ofTheClinic().writes("hola");

    @ParameterizedTest
    @CsvSource({
        "¿Dónde están ubicados?, Calle 50.",
        "me das la DIRECCIÓN porfa, Calle 50.",
        "como llego, Calle 50.",
        "¿Cuánto cuesta una consulta?, Consulta: B/. 40",
        "precios, Consulta: B/. 40",
        "tienen parqueo?, Es gratis.",
        "how much is a visit?, Visit: $40",
        "where are you located, 50th Street.",
        "is there parking?, It is free."
    })
    void whatTheProfileKnowsIsAnswered(String question, String answer) {
        assertEquals(answer, ana.writes(question).answer());
        assertEquals(List.of("answers from the profile"), ana.rules());
        assertEquals(List.of(), ana.offered());
    }

    @ParameterizedTest
    @CsvSource({"address, Calle 50.", "prices, Consulta: B/. 40", "parking, Es gratis."})
    void aTapOnAnOptionIsAnsweredByItsId(String option, String answer) {
        assertEquals(answer, ana.taps(option).answer());
    }

    @Test
    void twoQuestionsInOneMessageAreAnsweredInTheirOrder() {
        ana.writes("¿Hay estacionamiento y cuáles son los precios?");

        assertEquals("Es gratis.\n\nConsulta: B/. 40", ana.answer());
    }

    @Test
    void aGreetingBeforeTheQuestionDoesNotHideIt() {
        assertEquals("Es gratis.", ana.writes("Hola, ¿hay estacionamiento?").answer());
    }

    @Test
    void aTopicIsAlsoAskedForByItsOwnTitleAndWords() {
        Topic vaccines =
                new Topic(
                        "vaccines",
                        new Bilingual("Vacunas", "Vaccines"),
                        new Bilingual("Todas.", "All of them."),
                        List.of("inmunización"));
        Business clinic = Businesses.clinic();
        Customer beto =
                Customer.of(
                        new Business(
                                clinic.project(),
                                clinic.name(),
                                clinic.language(),
                                clinic.zone(),
                                clinic.hours(),
                                List.of(vaccines)));
        beto.writes("hola");

        assertEquals("Todas.", beto.writes("¿ponen vacunas?").answer());
        assertEquals("Todas.", beto.writes("busco INMUNIZACION").answer());
        assertEquals("All of them.", beto.writes("do you have vaccines?").answer());
    }
}
