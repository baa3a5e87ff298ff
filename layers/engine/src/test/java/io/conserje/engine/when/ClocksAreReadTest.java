package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Times of day and windows. */
class ClocksAreReadTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aTimeIsRead(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                a las 5 => 05:00?
                a las cinco => 05:00?
                a las 5 y media => 05:30?
                a las 5 y cuarto => 05:15?
                5 y cuarto => 05:15?
                6 menos cuarto => 05:45?
                a las 6 menos diez => 05:50?
                a las cinco y veinte => 05:20?
                a las 5 y 20 => 05:20?
                cuarto para las seis => 05:45?
                un cuarto para la una => 12:45
                10 para las 5 => 04:50?
                a la una => 01:00?
                a la una y media => 01:30?
                a la 1 => 01:00?
                las doce => 12:00
                las doce y media => 12:30
                las 17 => 17:00
                las 17:30 => 17:30
                17:30 => 17:30
                17.30 h => 17:30
                17h => 17:00
                17h30 => 17:30
                17hs => 17:00
                a las 15 horas => 15:00
                a las veinte horas => 20:00
                a las 1730 => 17:30
                5pm => 17:00
                5 pm => 17:00
                5 p.m. => 17:00
                5:30 p. m. => 17:30
                5:30pm => 17:30
                3.30pm => 15:30
                12am => 00:00
                12pm => 12:00
                12:30 => 12:30
                5:30 => 05:30?
                05:00 => 05:00
                0:30 => 00:30
                a las 24 => 00:00
                at 5 => 05:00?
                @5pm => 17:00
                5 o'clock => 05:00?
                at half past five => 05:30?
                half past 3 in the afternoon => 15:30
                half five => 05:30?
                quarter to six => 05:45?
                a quarter past 4 => 04:15?
                25 to 7 p.m. => 18:35
                ten to six => 05:50?
                twenty past four => 04:20?
                noon => 12:00
                at noon => 12:00
                midday => 12:00
                mediodía => 12:00
                medianoche => 00:00
                midnight => 00:00
                a las 10 de la mañana => 10:00
                las 8 de la tarde => 20:00
                las 8 de la noche => 20:00
                a las 5 de la tarde => 17:00
                a las 12 del mediodía => 12:00
                a las 12 de la noche => 00:00
                a las 3 de la madrugada => 03:00
                9 in the morning => 09:00
                7 in the evening => 19:00
                11 00 in the morning => 11:00
                9 at night => 21:00
                hacia el mediodía => ~12:00
                around noon => ~12:00
                around 5pm => ~17:00
                a eso de las 5 de la tarde => ~17:00
                sobre las 11 => ~11:00?
                tipo 10 => ~10:00?
                5ish => ~05:00?
                5pm or so => ~17:00
                por la mañana => 06:00-12:00
                por las mañanas => 06:00-12:00
                en la tarde => 12:00-20:00
                de tarde => 12:00-20:00
                in the morning => 06:00-12:00
                in the afternoon => 12:00-18:00
                evening please => 17:00-21:00
                late afternoon => 16:00-18:00
                por la noche => 20:00-24:00
                al mediodía => 12:00-15:00
                a primera hora => 06:00-10:00
                first thing => 06:00-10:00
                temprano => 06:00-10:00
                a última hora => 17:00-24:00
                end of the day => 17:00-24:00
                después de las 5 => 17:00-24:00
                a partir de las 9 => 09:00-24:00
                desde las 17 => 17:00-24:00
                after 5 => 17:00-24:00
                after 9 => 09:00-24:00
                from 5 on => 17:00-24:00
                5 or later => 17:00-24:00
                antes de las 12 => 00:00-12:00
                before noon => 00:00-12:00
                hasta las 5 => 00:00-17:00
                by 5pm => 00:00-17:00
                entre las 4 y las 6 => 16:00-18:00
                entre 4 y 6 => 16:00-18:00
                between 4 and 6pm => 16:00-18:00
                de 4 a 6 => 16:00-18:00
                de 4 a 6 de la tarde => 16:00-18:00
                de 10 a 2 => 10:00-14:00
                de 9 a 13 => 09:00-13:00
                4-6pm => 16:00-18:00
                11-2pm => 11:00-14:00
                16:00-18:00 => 16:00-18:00
                from 9 to 11 => 09:00-11:00
                a las 5 o a las 6 => 05:00?; 06:00?
                a las 5 o 6 => 05:00?; 06:00?
                a las 25 => impossible <a las 25>
                las 17:75 => impossible <las 17:75>
                25:00 => impossible <25:00>
                any time after lunch => 12:00-18:00
                antes de comer => 06:00-12:00
                después del trabajo => 17:00-21:00
                4 o clock tomorrow => 2026-11-26 04:00?
                four-thirty pm => 16:30
                at 12 midday => 12:00
                530pm => 17:30
                close to 5pm => ~17:00
                al filo de las 8 => ~08:00?
                mañana a las 5 y pico => 2026-11-26 ~05:00?
                a las 7 y 10 de la tarde => 19:10
                up to 6pm => 00:00-18:00
                after 5 but before 7 => 17:00-19:00
                no antes de las 5 => 17:00-24:00
                4pm at the earliest => 16:00-24:00
                por la tarde noche => 17:00-21:00
                a primera hora de la tarde => 12:00-15:00
                a las 5 o 6 de la tarde => 17:00; 18:00
                at 11 or 2pm => 11:00?; 14:00
                """);
    }
}
