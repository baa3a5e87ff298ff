package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk answers in the language that the customer wrote in. */
class LanguageTest {
    private final Customer ana = Customer.ofTheClinic();

    @ParameterizedTest
    @CsvSource({
        "Hola,ES",
        "buenas tardes,ES",
        "¿parking?,ES",
        "niño,ES",
        "quiero una cita para mañana,ES",
        "Hello,EN",
        "good morning,EN",
        "do you have parking,EN",
        "how much is it,EN"
    })
    void aMessageTellsItsLanguage(String text, Language language) {
        ana.writes(text);

        assertEquals(Optional.of(language), ana.session().language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "OK", "parking", "Ana", "👍"})
    void aMessageThatCouldBeEitherTellsNothing(String text) {
        ana.writes(text);

        assertEquals(Optional.empty(), ana.session().language());
    }

    @Test
    void whoHasNotShownALanguageIsSpokenToInTheBusinesss() {
        assertEquals(
                "¡Hola! Soy la recepción virtual de Clínica Los Robles.\n\nEs gratis.",
                ana.writes("parking").answer());
    }

    @Test
    void theAnswerFollowsTheCustomerFromMessageToMessage() {
        ana.writes("hola");

        assertEquals("Visit: $40", ana.writes("how much does it cost?").answer());
        assertEquals("It is free.", ana.writes("parking").answer());
        assertEquals("Consulta: B/. 40", ana.writes("¿cuánto cuesta?").answer());
    }
}
