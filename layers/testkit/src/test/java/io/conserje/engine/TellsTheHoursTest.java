package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.OpeningHours.Span;
import io.conserje.testkit.Businesses;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellsTheHoursTest {
    private static final Span MORNING = Businesses.span("08:00", "12:00");
    private static final Span AFTERNOON = Businesses.span("14:00", "18:00");

    @Test
    void daysWithTheSameHoursShareALine() {
        Customer ana = Customer.ofTheClinic().writes("hola").writes("¿a qué hora abren?");

        assertEquals(
                """
                Abrimos:
                Lunes a viernes: 08:00–18:00
                Sábado: 09:00–13:00
                Ahora estamos abiertos, hasta las 18:00.\
                """,
                ana.answer());
    }

    @Test
    void theHoursAreToldInEnglishToo() {
        Customer ana = Customer.ofTheClinic().writes("hello").writes("what are your hours?");

        assertEquals(
                """
                We open:
                Monday to Friday: 08:00–18:00
                Saturday: 09:00–13:00
                We are open now, until 18:00.\
                """,
                ana.answer());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-11T08:00, 'Ahora estamos abiertos, hasta las 18:00.'",
        "2026-03-11T17:59, 'Ahora estamos abiertos, hasta las 18:00.'",
        "2026-03-11T07:59, 'Ahora está cerrado; abrimos hoy a las 08:00.'",
        "2026-03-11T18:00, 'Ahora está cerrado; abrimos mañana a las 08:00.'",
        "2026-03-13T20:00, 'Ahora está cerrado; abrimos mañana a las 09:00.'",
        "2026-03-14T13:00, 'Ahora está cerrado; abrimos el lunes a las 08:00.'",
        "2026-03-15T12:00, 'Ahora está cerrado; abrimos mañana a las 08:00.'"
    })
    void theLastLineTellsAboutNowByTheClockOfTheBusiness(String now, String line) {
        assertEquals(line, lastLine(Customer.ofTheClinic(), now));
    }

    @Test
    void twoDaysAndTwoSpansAreJoinedByAnd() {
        Customer ana =
                Customer.of(
                        Businesses.clinicOpen(
                                Map.of(
                                        DayOfWeek.MONDAY, List.of(MORNING, AFTERNOON),
                                        DayOfWeek.TUESDAY, List.of(MORNING, AFTERNOON),
                                        DayOfWeek.FRIDAY, List.of(MORNING))));

        ana.writes("hola").at("2026-03-09T13:00").writes("horario");

        assertEquals(
                """
                Abrimos:
                Lunes y martes: 08:00–12:00 y 14:00–18:00
                Viernes: 08:00–12:00
                Ahora está cerrado; abrimos hoy a las 14:00.\
                """,
                ana.answer());
    }

    @Test
    void whoOpensOneDayAWeekOpensAgainInAWeek() {
        Customer ana =
                Customer.of(Businesses.clinicOpen(Map.of(DayOfWeek.MONDAY, List.of(MORNING))));

        assertEquals(
                "Ahora está cerrado; abrimos el lunes a las 08:00.",
                lastLine(ana, "2026-03-09T12:00"));
    }

    @Test
    void whoNeverOpensIsClosed() {
        Customer ana = Customer.of(Businesses.clinicOpen(Map.of()));

        ana.writes("hola").writes("horario");

        assertEquals("Abrimos:\nAhora está cerrado.", ana.answer());
    }

    private static String lastLine(Customer customer, String now) {
        return customer.at(now)
                .writes("hola")
                .writes("horario")
                .answer()
                .lines()
                .toList()
                .getLast();
    }
}
