package io.conserje.engine.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.understanding.Hearing.Asked;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "somos 4 | 4",
                "para dos personas | 2",
                "for three | 3",
                "40 people | 40",
                "just me | 1",
                "a table for six please | 6"
            })
    void peopleAreCounted(String text, int party) {
        assertEquals(party, Listener.hear(text).party().orElse(0), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"para las 3", "quiero hablar con una persona", "una limpieza"})
    void whatIsNoCountIsNone(String text) {
        assertTrue(Listener.hear(text).party().isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana | Ana",
                "ana maria lopez | Ana Maria Lopez",
                "soy Juan | Juan",
                "a nombre de Pedro Gil | Pedro Gil",
                "it's for my son Tom | Tom",
                "MARIA DEL CARMEN RUIZ | Maria del Carmen Ruiz",
                "Julio Pérez | Julio Pérez",
                "my name is mark o'neil, thanks | Mark O'neil"
            })
    void aNameThatWasAskedForIsWrittenAsNamesAre(String text, String name) {
        assertEquals(Optional.of(name), Listener.hear(text, Asked.NAME).name(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no sé", "hola", "¿cuánto cuesta?", "mañana", "i don't know"})
    void notEveryAnswerIsAName(String text) {
        assertEquals(Optional.empty(), Listener.hear(text, Asked.NAME).name(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mi telefono es 612 34 56 78 | 612345678",
                "+52 55 1234 5678 | +525512345678",
                "0034 612345678 | +34612345678"
            })
    void aPhoneIsItsDigits(String text, String phone) {
        assertEquals(Optional.of(phone), Listener.hear(text).phone(), text);
    }

    @Test
    void anEmailIsReadAndADateIsNoPhone() {
        assertEquals(
                Optional.of("ana.lopez@gmail.com"),
                Listener.hear("escríbeme a ana.lopez@gmail.com").email());
        assertEquals(Optional.empty(), Listener.hear("el 2026-11-20").phone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quiero una limpiesa | cleaning",
                "limpiezas y empastes | cleaning filling",
                "a check-up please | checkup",
                "una clase de prueba | trial",
                "quiero una clase | private trial"
            })
    void theLongestNameOfAServiceWins(String text, String services) {
        assertEquals(List.of(services.split(" ")), Listener.hear(text).services(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "con la doctora Ruiz | ruiz",
                "con elena | ruiz",
                "dr vidal mañana | vidal",
                "with Lucia Soto | soto",
                "con la dra ruis | ruiz"
            })
    void aProfessionalIsNamedInManyWays(String text, String professional) {
        assertEquals(List.of(professional), Listener.hear(text).professionals(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"con la doctora Pérez | doctora Pérez", "quiero cita con Paula | Paula"})
    void whoDoesNotWorkHereIsAStranger(String text, String stranger) {
        assertEquals(List.of(stranger), Listener.hear(text).strangers(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"con quien sea", "cualquiera", "me da igual", "no preference", "anyone"})
    void itMayNotMatterWho(String text) {
        assertTrue(Listener.hear(text, Asked.PROFESSIONAL).anyone(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"la primera | 1", "el segundo | 2", "the last one | -1", "2 | 2"})
    void oneOfSeveralIsPointedAt(String text, int ordinal) {
        assertEquals(ordinal, Listener.hear(text, Asked.CHOICE).ordinal().orElse(0), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¿algo más tarde? | 1",
                "anything earlier? | -1",
                "más temprano | -1",
                "see you later | 0",
                "más tarde, a las 7 | 0"
            })
    void earlierAndLaterAreOfWhatWasOffered(String text, int sooner) {
        assertEquals(sooner, Listener.hear(text).sooner(), text);
    }
}
