package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.when.Reckoning.Asked;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same words on other days, in other orders, and as answers to what was asked. */
class ReckoningTest {

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
        // The end of the year.
        "2026-12-30T10:00, el 2 de enero, 2027-01-02",
        "2026-12-30T10:00, el 5, 2027-01-05",
        "2026-12-30T10:00, el 30, 2026-12-30",
        "2026-12-30T10:00, pasado mañana, 2027-01-01",
        "2026-12-30T10:00, la semana que viene, 2027-01-04..2027-01-10",
        "2026-12-30T10:00, del 28 de diciembre al 3 de enero, 2026-12-28..2027-01-03",
        "2026-12-30T10:00, Friday, 2027-01-01",
        "2026-12-30T10:00, el mes que viene, 2027-01-01..2027-01-31",
        // Short months and leap years.
        "2027-01-31T10:00, el 31, 2027-01-31",
        "2027-02-01T10:00, el 31, 2027-03-31",
        "2027-02-01T10:00, dentro de un mes, 2027-03-01",
        "2028-02-28T10:00, mañana, 2028-02-29",
        "2028-02-28T10:00, 29/02, 2028-02-29",
        // The clocks go back on 25 October 2026 at three, and forward on 28 March 2027 at two.
        "2026-10-25T01:30, en dos horas, 2026-10-25 02:30",
        "2026-10-24T23:30, mañana a las 10:00, 2026-10-25 10:00?",
        "2026-10-24T10:00, in two days, 2026-10-26",
        "2027-03-28T01:30, in an hour, 2027-03-28 03:30",
        "2027-03-27T10:00, mañana a las 2:30 pm, 2027-03-28 14:30",
        // Late in the day.
        "2026-11-25T23:45, in half an hour, 2026-11-26 00:15",
        "2026-11-25T21:00, esta tarde, 2026-11-25 12:00-20:00 past",
        "2026-11-25T21:00, esta noche, 2026-11-25 20:00-24:00",
        "2026-11-25T18:00, el miércoles a las 5, 2026-12-02 05:00?",
        "2026-11-25T16:00, el miércoles a las 5, 2026-11-25 05:00?",
        "2026-11-25T18:00, wednesday morning, 2026-12-02 06:00-12:00",
        "2026-11-25T18:00, hoy a las 17:00, 2026-11-25 17:00 past",
        // Other days of the week.
        "2026-11-27T10:00, next Friday, 2026-12-04",
        "2026-11-27T10:00, el viernes, 2026-11-27",
        "2026-11-27T10:00, el viernes que viene, 2026-12-04",
        "2026-11-29T10:00, este fin de semana, 2026-11-28..2026-11-29",
        "2026-11-29T10:00, el próximo fin de semana, 2026-12-05..2026-12-06",
        "2026-11-30T10:00, esta semana, 2026-11-30..2026-12-06"
    })
    void itDependsOnNow(LocalDateTime now, String text, String said) {
        ZonedDateTime there = now.atZone(ZoneId.of("Europe/Madrid"));
        assertEquals(said, Said.of(text, new Reckoning(there, true, Asked.NOTHING)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "3/4, 2027-03-04",
        "12/3, 2026-12-03",
        "13/4, 2027-04-13",
        "03-04-2027, 2027-03-04",
        "2026-12-03, 2026-12-03",
        "02/30/2027, impossible <02/30/2027>"
    })
    void theMonthMayComeFirst(String text, String said) {
        assertEquals(said, Said.of(text, new Reckoning(Said.NOW, false, Asked.NOTHING)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DAY, 12, 2026-12-12",
        "DAY, el 12, 2026-12-12",
        "DAY, el primero, 2026-12-01",
        "DAY, mañana, 2026-11-26",
        "DAY, 2 personas, -",
        "CLOCK, 5, 05:00?",
        "CLOCK, 17, 17:00",
        "CLOCK, las 5, 05:00?",
        "CLOCK, 5 please, 05:00?",
        "CLOCK, a eso de las 5, ~05:00?",
        "CLOCK, 5 y media, 05:30?",
        "CLOCK, 10-12, 10:00-12:00",
        "CLOCK, tarde, 12:00-20:00",
        "CLOCK, 2 personas, -",
        "NOTHING, 12, -"
    })
    void anAnswerIsReadAsOne(Asked asked, String text, String said) {
        assertEquals(said, Said.of(text, new Reckoning(Said.NOW, true, asked)));
    }
}
