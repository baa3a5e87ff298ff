package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A day and the time of that day are one mention. */
class DayAndTimeTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aDayAndItsTimeAreOne(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                el jueves a las 10 => 2026-11-26 10:00?
                a las 10 el jueves => 2026-11-26 10:00?
                mañana a las 5 y media => 2026-11-26 05:30?
                mañana a 11 => 2026-11-26 11:00?
                tomorrow at 5 => 2026-11-26 05:00?
                thursday afternoon => 2026-11-26 12:00-18:00
                mañana por la mañana => 2026-11-26 06:00-12:00
                mañana por la tarde a las 5 => 2026-11-26 17:00
                tomorrow morning at 9 => 2026-11-26 09:00
                el martes que viene por la tarde => 2026-12-01 12:00-20:00
                next Friday around noon => 2026-11-27 ~12:00 or 2026-12-04
                el viernes a las 5 de la tarde => 2026-11-27 17:00
                a las 5 de la tarde del viernes => 2026-11-27 17:00
                at 3 thursday afternoon => 2026-11-26 15:00
                esta tarde => 2026-11-25 12:00-20:00
                esta noche => 2026-11-25 20:00-24:00
                esta noche a las 9 => 2026-11-25 21:00
                esta mañana => 2026-11-25 06:00-12:00
                tonight => 2026-11-25 20:00-24:00
                tonight at 8 => 2026-11-25 20:00
                this evening => 2026-11-25 17:00-21:00
                hoy a las 12 menos cuarto => 2026-11-25 11:45?
                mañana temprano => 2026-11-26 06:00-10:00
                jueves noche => 2026-11-26 20:00-24:00
                viernes 5pm => 2026-11-27 17:00
                viernes 4 a las 4 => 2026-12-04 04:00?
                jueves 26 a las 17:00 => 2026-11-26 17:00
                Thursday 5-7pm => 2026-11-26 17:00-19:00
                clase de 8 a 10 los martes => 2026-12-01 08:00-10:00
                los martes y jueves de 18 a 19 => 2026-12-01; 2026-11-26 18:00-19:00
                el 14 por la mañana => 2026-12-14 06:00-12:00
                on the 14th at 10am => 2026-12-14 10:00
                el jueves 3 de diciembre de 2026 a las 16:30 => 2026-12-03 16:30
                December 3rd, 2026 at 4:30 pm => 2026-12-03 16:30
                27/11 10:00 => 2026-11-27 10:00?
                27/11/2026 17.30 => 2026-11-27 17:30
                sábado, 28 de noviembre, 11:00 => 2026-11-28 11:00?
                el jueves por la tarde a eso de las 6 => 2026-11-26 ~18:00
                mañana después de las 5 => 2026-11-26 17:00-24:00
                tomorrow after 5 => 2026-11-26 17:00-24:00
                viernes entre 4 y 6 => 2026-11-27 16:00-18:00
                cualquier día por la tarde => 2026-11-25..2026-12-08 12:00-20:00
                quiero reservar para mañana, por favor, a las 10 => 2026-11-26 10:00?
                table for 4 at 8pm tomorrow => 2026-11-26 20:00
                el jueves a las 10 o el viernes a las 11 => 2026-11-26 10:00?; 2026-11-27 11:00?
                I am free Monday, Wednesday or Friday after 4 => 2026-11-30; 2026-11-25; 2026-11-27 16:00-24:00
                in half an hour => 2026-11-25 10:30
                en una hora y media => 2026-11-25 11:30
                en dos horas => 2026-11-25 12:00
                el miércoles a las 9 => 2026-12-02 09:00?
                el miércoles a las 12 => 2026-11-25 12:00
                hoy a las 9 => 2026-11-25 09:00?
                today at 9am => 2026-11-25 09:00 past
                el 2 de enero a las 10:00 => 2027-01-02 10:00?
                quiero una limpieza con la doctora Ruiz el jueves a las 10, soy Ana => 2026-11-26 10:00?
                mñn x la tarde => 2026-11-26 12:00-20:00
                Monday to Friday, 9 to 5 => 2026-11-30..2026-12-04 09:00-17:00
                viernes 10-12 => 2026-11-27 10:00-12:00
                viernes 4-12 => 2026-12-04
                on the evening of the 5th => 2026-12-05 17:00-21:00
                pasado mañana tipo 6 => 2026-11-27 ~06:00?
                el lunes al mediodía => 2026-11-30 12:00-15:00
                cualquier día de la semana que viene por la tarde => 2026-11-30..2026-12-06 12:00-20:00
                mañana de 9 a 10 => 2026-11-26 09:00-10:00
                Thursday, but not before 4pm => 2026-11-26 16:00-24:00
                first thing Monday morning => 2026-11-30 06:00-10:00
                last thing on Friday => 2026-11-27 17:00-24:00
                7 tonight? => 2026-11-25 19:00
                8 tomorrow night => 2026-11-26 20:00
                tomorrow at 530 => 2026-11-26 05:30?
                monday 0900 => 2026-11-30 09:00
                tomorrow am => 2026-11-26 06:00-12:00
                friday pm => 2026-11-27 12:00-18:00
                early evening on Thursday => 2026-11-26 17:00-19:00
                after 3pm and before 6pm tomorrow => 2026-11-26 15:00-18:00
                in 45 mins => 2026-11-25 10:45
                a 5pm appointment tomorrow => 2026-11-26 17:00
                el lunes por la mañana temprano => 2026-11-30 06:00-10:00
                either 9 or 9:30 on Friday => 09:00?; 2026-11-27 09:30?
                """);
    }
}
