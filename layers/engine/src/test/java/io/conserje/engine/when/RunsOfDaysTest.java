package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weeks, months, from one day to another, and so many days from now. */
class RunsOfDaysTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aRunOfDaysIsRead(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                del 3 al 7 de mayo => 2027-05-03..2027-05-07
                from May 3 to 7 => 2027-05-03..2027-05-07
                from the 3rd to the 7th of May => 2027-05-03..2027-05-07
                del 28 al 3 de mayo => 2027-04-28..2027-05-03
                del 20 al 30 de noviembre => 2026-11-20..2026-11-30
                desde el 4 hasta el 23 de este mes => 2026-11-04..2026-11-23 past
                entre el 4 y el 22 => 2026-12-04..2026-12-22
                entre 4 y 22 de diciembre => 2026-12-04..2026-12-22
                4-23 del próximo mes => 2026-12-04..2026-12-23
                21 de dic. a 6 de ene => 2026-12-21..2027-01-06
                del 3 al 7 => 2026-12-03..2026-12-07
                from Dec 28 2026 to Jan 3 => 2026-12-28..2027-01-03
                between Monday and Wednesday => 2026-11-30..2026-12-02
                de lunes a viernes => 2026-11-30..2026-12-04
                del lunes al miércoles => 2026-11-30..2026-12-02
                Thursday to Friday => 2026-11-26..2026-11-27
                entre hoy y el viernes => 2026-11-25..2026-11-27
                esta semana => 2026-11-23..2026-11-29
                la semana que viene => 2026-11-30..2026-12-06
                la próxima semana => 2026-11-30..2026-12-06
                next week => 2026-11-30..2026-12-06
                la semana pasada => 2026-11-16..2026-11-22 past
                this week => 2026-11-23..2026-11-29
                the week after next => 2026-12-07..2026-12-13
                la semana del 4 de mayo => 2027-05-03..2027-05-09
                the week of May 4 => 2027-05-03..2027-05-09
                la tercera semana de diciembre => 2026-12-14..2026-12-20
                este fin de semana => 2026-11-28..2026-11-29
                the weekend => 2026-11-28..2026-11-29
                el finde que viene => 2026-11-28..2026-11-29
                next weekend => 2026-11-28..2026-11-29 or 2026-12-05
                a principios de mayo => 2027-05-01..2027-05-10
                a mediados de mayo => 2027-05-11..2027-05-20
                a finales de mayo => 2027-05-21..2027-05-31
                early May => 2027-05-01..2027-05-10
                mid-May => 2027-05-11..2027-05-20
                a finales de mes => 2026-11-21..2026-11-30
                en enero => 2027-01-01..2027-01-31
                in February => 2027-02-01..2027-02-28
                en mayo de 2028 => 2028-05-01..2028-05-31
                este mes => 2026-11-01..2026-11-30
                el mes que viene => 2026-12-01..2026-12-31
                next month => 2026-12-01..2026-12-31
                within the next 10 days => 2026-11-26..2026-12-05
                within 2 weeks => 2026-11-25..2026-12-09
                en los próximos 3 días => 2026-11-26..2026-11-28
                the next 3 days => 2026-11-26..2026-11-28
                hasta el viernes => 2026-11-25..2026-11-27
                until Friday => 2026-11-25..2026-11-27
                antes del viernes => 2026-11-25..2026-11-26
                by Friday => 2026-11-25..2026-11-27
                a partir del lunes => 2026-11-30..2026-12-13
                after Thursday => 2026-11-27..2026-12-10
                lo antes posible => 2026-11-25..2026-12-08
                cuanto antes => 2026-11-25..2026-12-08
                as soon as possible => 2026-11-25..2026-12-08
                asap => 2026-11-25..2026-12-08
                cualquier día => 2026-11-25..2026-12-08
                any day => 2026-11-25..2026-12-08
                whenever => 2026-11-25..2026-12-08
                en dos semanas => 2026-12-09
                dentro de 3 días => 2026-11-28
                in a fortnight => 2026-12-09
                in two weeks => 2026-12-09
                in two weeks' time => 2026-12-09
                en 15 días => 2026-12-10
                dentro de un mes => 2026-12-25
                in a couple of days => 2026-11-27
                de hoy en ocho => 2026-12-02
                a week from Tuesday => 2026-12-08
                two weeks from today => 2026-12-09
                hace 3 días => 2026-11-22 past
                3 days ago => 2026-11-22 past
                24 y 25 de diciembre => 2026-12-24; 2026-12-25
                any day next week => 2026-11-30..2026-12-06
                este mes del 4 al 28 => 2026-11-04..2026-11-28
                dos semanas a partir de hoy => 2026-12-09
                el 24 o 25 => 2026-12-24; 2026-12-25
                before Christmas => 2026-11-25..2026-12-24
                not before Thursday => 2026-11-26..2026-12-09
                not until the 5th => 2026-12-05..2026-12-18
                no antes del jueves => 2026-11-26..2026-12-09
                Friday at the latest => 2026-11-25..2026-11-27
                anytime from Monday => 2026-11-30..2026-12-13
                between now and Friday => 2026-11-25..2026-11-27
                de aquí al viernes => 2026-11-25..2026-11-27
                antes de fin de mes => 2026-11-25..2026-11-30
                before the weekend => 2026-11-25..2026-11-27
                after the weekend => 2026-11-30..2026-12-13
                later this week => 2026-11-26..2026-11-29
                the rest of the week => 2026-11-25..2026-11-29
                early next week => 2026-11-30..2026-12-01
                the end of next week => 2026-12-04..2026-12-06
                a finales de la semana que viene => 2026-12-04..2026-12-06
                entre semana por la tarde => 2026-11-30..2026-12-04 12:00-20:00
                the weekend after next => 2026-12-05..2026-12-06
                la semana que sigue => 2026-11-30..2026-12-06
                a mediados de mes => 2026-12-11..2026-12-20
                la segunda quincena de diciembre => 2026-12-16..2026-12-31
                la primera quincena de enero => 2027-01-01..2027-01-15
                in January or February => 2027-01-01..2027-01-31; 2027-02-01..2027-02-28
                w/c 7 Dec => 2026-12-07..2026-12-13
                no esta semana, la siguiente => NOT 2026-11-23..2026-11-29; 2026-11-30..2026-12-06
                what's your earliest appointment => 2026-11-25..2026-12-08
                la primera cita disponible => 2026-11-25..2026-12-08
                next week any day => 2026-11-30..2026-12-06
                """);
    }
}
