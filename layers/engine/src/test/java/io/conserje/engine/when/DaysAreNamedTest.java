package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of days, in full, short and misspelt; seen from Wednesday 25 November 2026. */
class DaysAreNamedTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aDayIsRead(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                hoy => 2026-11-25
                hoy mismo si puede ser => 2026-11-25
                today => 2026-11-25
                quiero ir hoy => 2026-11-25
                mañana => 2026-11-26
                mañana mismo => 2026-11-26
                tomorrow => 2026-11-26
                tmrw => 2026-11-26
                2moro => 2026-11-26
                mñn => 2026-11-26
                por favor mañana => 2026-11-26
                pasado mañana => 2026-11-27
                the day after tomorrow => 2026-11-27
                el día después de mañana => 2026-11-27
                mañana o pasado => 2026-11-26; 2026-11-27
                ayer => 2026-11-24 past
                anteayer => 2026-11-23 past
                antier => 2026-11-23 past
                yesterday => 2026-11-24 past
                lunes => 2026-11-30
                este lunes => 2026-11-30
                el lunes => 2026-11-30
                los lunes => 2026-11-30
                Monday => 2026-11-30
                this Monday => 2026-11-30
                on Monday => 2026-11-30
                on Mondays => 2026-11-30
                this coming Monday => 2026-11-30
                next Monday => 2026-11-30
                el próximo lunes => 2026-11-30
                el lunes que viene => 2026-11-30
                el lunes pasado => 2026-11-23 past
                last Monday => 2026-11-23 past
                viernes => 2026-11-27
                el viernes que viene => 2026-11-27
                el próximo viernes => 2026-11-27
                this Friday => 2026-11-27
                next Friday => 2026-11-27 or 2026-12-04
                next Sunday => 2026-11-29 or 2026-12-06
                miércoles => 2026-11-25
                el miércoles que viene => 2026-12-02
                next Wednesday => 2026-12-02
                mié => 2026-11-25
                vie. => 2026-11-27
                tue or thu => 2026-12-01; 2026-11-26
                Thurs => 2026-11-26
                juevez => 2026-11-26
                miercole => 2026-11-25
                teusday => 2026-12-01
                wensday => 2026-11-25
                sabdo => 2026-11-28
                sat or sun => 2026-11-28; 2026-11-29
                lunes o martes => 2026-11-30; 2026-12-01
                mañana jueves => 2026-11-26
                mañana viernes => 2026-11-26 or 2026-11-27
                el martes de la semana que viene => 2026-12-01
                Tuesday next week => 2026-12-01
                la semana que viene, el martes => 2026-12-01
                next week on Tuesday => 2026-12-01
                miércoles de esta semana => 2026-11-25
                el domingo de la semana pasada => 2026-11-22 past
                Wednesday week => 2026-12-02
                el primer lunes de diciembre => 2026-12-07
                the last Friday of December => 2026-12-25
                Navidad => 2026-12-25
                el día de Navidad => 2026-12-25
                Christmas Eve => 2026-12-24
                Nochebuena => 2026-12-24
                nochevieja => 2026-12-31
                Año Nuevo => 2027-01-01
                New Year's Day => 2027-01-01
                el día de Reyes => 2027-01-06
                Halloween => 2027-10-31
                Valentine's Day => 2027-02-14
                Viernes Santo => 2027-03-26
                Easter Sunday => 2027-03-28
                Easter Monday 2028 => 2028-04-17
                a week on Friday => 2026-12-04
                Monday week if poss => 2026-12-07
                a week tomorrow => 2026-12-03
                tomorrow week => 2026-12-03
                the Monday after next => 2026-12-07
                last Friday of the month => 2026-11-27
                the first Monday of the month => 2026-12-07
                the last day of the month => 2026-11-30
                el último viernes del mes => 2026-11-27
                el último día del mes => 2026-11-30
                de mañana en ocho => 2026-12-03
                el lunes que sigue => 2026-11-30
                next week, Thursday or Friday => 2026-12-03; 2026-12-04
                Thursday or Friday next week => 2026-12-03; 2026-12-04
                the 3rd or 4th of January => 2027-01-03; 2027-01-04
                the day before Christmas => 2026-12-24
                tomoz at 2pm => 2026-11-26 14:00
                mañama a las 6 => 2026-11-26 06:00?
                vierned 10am => 2026-11-27 10:00
                saterday please => 2026-11-28
                we'd arrive on Dec 20 and leave on the 23rd => 2026-12-20; 2026-12-23
                """);
    }
}
