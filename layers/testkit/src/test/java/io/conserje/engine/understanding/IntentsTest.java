package io.conserje.engine.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.understanding.Hearing.Asked;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hola, quiero cita y ¿cuánto cuesta la limpieza? | book prices greet",
                "sacame un turno xfa | book",
                "kiero rezervar para el jueves | book",
                "ahorita quiero apartar una clase particular | book",
                "could you squeeze me in on friday | book",
                "una limpieza con la doctora Ruiz el jueves a las 10, soy Ana | book",
                "no puedo ir el jueves | change",
                "necesito reprogramar | change",
                "can we push my appointment to friday | change",
                "anulame la del viernes | cancel",
                "pls cancel my apointment | cancel",
                "¿cuándo era mi cita? | bookings",
                "when's my appointment again? | bookings",
                "¿q tenés libre el martes? | availability",
                "anything free on thursday afternoon? | availability",
                "avisame si se libera algo | wait-list",
                "let me know if someone cancels | wait-list",
                "¿qué tratamientos hacéis? | services",
                "¿quién atiende ahí? | professionals",
                "who are your dentists? | professionals",
                "¿hasta qué hora están abiertos? | hours",
                "how late are you open today? | hours",
                "cuanto cuesta y dnd estan | prices address",
                "is there somewhere to park? | parking",
                "quiero hablar con una persona | person",
                "are you a bot? | person",
                "esto es una vergüenza, llevo una hora esperando | complaint",
                "i was charged twice | complaint",
                "holaaaa | greet",
                "graciassss | thanks",
                "mil gracias, hasta luego | thanks bye",
                "buenas tardes | greet",
                "👍 | yes",
                "👎 | no",
                "🙏 | thanks"
            })
    void whatIsAskedForIsReadHoweverItIsWritten(String text, String intents) {
        assertEquals(List.of(intents.split(" ")), Listener.hear(text).intents(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "¿quién ganó el partido?",
                "what's the capital of France?",
                "xyzzy",
                "asdkjh qwelkj",
                "😀😀😀",
                "…?!",
                "",
                "no sé",
                "Ich möchte einen Termin",
                "bonjour, je voudrais prendre rendez-vous",
                "你好，我想预约"
            })
    void whatNoDeskIsAskedIsNotUnderstood(String text) {
        assertEquals(List.of(), Listener.hear(text).intents(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no quiero cancelar", "i don't want to cancel", "por favor no la canceles"})
    void whoSaysNotToCancelDoesNotCancel(String text) {
        assertFalse(Listener.hear(text).wants("cancel"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dale",
                "va",
                "ok",
                "vale",
                "perfecto",
                "claro",
                "sure",
                "go ahead",
                "yep",
                "de acuerdo",
                "está bien",
                "sounds good",
                "sí, gracias",
                "siiii"
            })
    void aConfirmationIsGivenInManyWays(String text) {
        assertEquals("yes", Listener.hear(text, Asked.CONFIRMATION).intents().getFirst(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mejor no", "nah", "nope", "espera", "no, gracias"})
    void aConfirmationIsRefusedInManyWays(String text) {
        assertEquals("no", Listener.hear(text, Asked.CONFIRMATION).intents().getFirst(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no, mejor el viernes", "no, a las 6", "actually make it friday"})
    void aNoThatNamesSomethingElseTakesBackWhatWasSaid(String text) {
        Reading reading = Listener.hear(text, Asked.CONFIRMATION);

        assertTrue(reading.otherwise(), text);
        assertFalse(reading.wants("no"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"el viernes a las 5", "una limpieza", "con Elena", "somos dos"})
    void aBareAnswerInAFormAsksForNothing(String text) {
        assertEquals(List.of(), Listener.hear(text, Asked.DAY).intents(), text);
    }
}
