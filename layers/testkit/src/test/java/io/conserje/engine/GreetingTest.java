package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {
    private static final List<String> MENU =
            List.of("hours", "address", "prices", "parking", "person");

    private final Customer ana = Customer.ofTheClinic();

    @Test
    void whoGreetsIsGreetedAndShownWhatThereIs() {
        ana.writes("Hola");

        assertEquals(
                "¡Hola! Soy la recepción virtual de Clínica Los Robles. ¿En qué le puedo ayudar?",
                ana.answer());
        assertEquals(MENU, ana.offered());
    }

    @Test
    void whoGreetsAgainIsNotToldAgainWhoWeAre() {
        ana.writes("Hola").writes("buenas tardes");

        assertEquals("¡Hola de nuevo! ¿En qué le puedo ayudar?", ana.answer());
        assertEquals(MENU, ana.offered());
    }

    @Test
    void whoBeginsWithAQuestionIsWelcomedBeforeTheAnswer() {
        ana.writes("¿Hay estacionamiento?");

        assertEquals(
                "¡Hola! Soy la recepción virtual de Clínica Los Robles.\n\nEs gratis.",
                ana.answer());
    }

    @Test
    void theWelcomeComesOnce() {
        ana.writes("¿Hay estacionamiento?").writes("¿Y precios?");

        assertEquals("Consulta: B/. 40", ana.answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"menú", "OPCIONES", "ayuda", "help"})
    void whoAsksForTheMenuGetsIt(String text) {
        ana.writes(text);

        assertEquals(MENU, ana.offered());
        assertEquals(List.of("shows the menu when asked"), ana.rules());
    }

    @Test
    void theMenuSpeaksTheCustomersLanguage() {
        ana.writes("hello, what can you do?");

        assertEquals(
                List.of("Opening hours", "Address", "Prices", "Parking", "Talk to someone"),
                ana.offeredTitles());
    }

    @Test
    void whoThanksIsThankedWithoutAMenu() {
        ana.writes("hola").writes("muchas gracias");

        assertEquals("¡Con mucho gusto! Aquí estoy si necesita algo más.", ana.answer());
        assertEquals(List.of(), ana.offered());
    }
}
