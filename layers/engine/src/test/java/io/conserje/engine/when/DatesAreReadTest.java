package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Days of the calendar, in digits and words, and those that no calendar has. */
class DatesAreReadTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aDateIsRead(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                el 5 => 2026-12-05
                el día 12 => 2026-12-12
                al 12 => TO 2026-12-12
                the 12th => 2026-12-12
                on the 3rd => 2026-12-03
                el 24 => 2026-12-24
                el 25 => 2026-11-25
                el 31 => 2026-12-31
                el cinco de mayo => 2027-05-05
                21 de mayo => 2027-05-21
                el veintiuno de mayo => 2027-05-21
                el primero de marzo => 2027-03-01
                1ro de enero => 2027-01-01
                May 21st, 2027 => 2027-05-21
                May 21 => 2027-05-21
                21 May 2027 => 2027-05-21
                3rd of December => 2026-12-03
                the 3rd of December => 2026-12-03
                December the 3rd => 2026-12-03
                Dec. 3 => 2026-12-03
                14 de dic. => 2026-12-14
                5-dic => 2026-12-05
                el 5 de mayo de 2027 => 2027-05-05
                el 5 de mayo del 2027 => 2027-05-05
                el treinta y uno de enero => 2027-01-31
                twenty-first of May => 2027-05-21
                viernes 27 => 2026-11-27
                viernes, 27 => 2026-11-27
                Friday the 27th => 2026-11-27
                Friday 27 => 2026-11-27
                lunes 30 de noviembre => 2026-11-30
                lunes, 30 de noviembre de 2026 => 2026-11-30
                Monday, November 30 => 2026-11-30
                lunes 28 de noviembre => 2026-11-28 or 2026-11-30
                lunes 28 => 2026-12-28
                viernes 4 => 2026-12-04
                3/4 => 2027-04-03
                13/4 => 2027-04-13
                4/13 => 2027-04-13
                03-04-2027 => 2027-04-03
                3.4.2027 => 2027-04-03
                2026-12-03 => 2026-12-03
                3/4/27 => 2027-04-03
                27/11 => 2026-11-27
                20/11 => 2027-11-20
                20 de noviembre => 2027-11-20
                31/10/74 => 1974-10-31 past
                el 5 de mayo de 2025 => 2025-05-05 past
                10.12 => 2026-12-10
                10.12.2026 => 2026-12-10
                el 15 del mes que viene => 2026-12-15
                el 29 de febrero => 2028-02-29
                31 de febrero => impossible <31 de febrero>
                el 31 de noviembre => impossible <el 31 de noviembre>
                30/02/2027 => impossible <30/02/2027>
                31/4 => impossible <31/4>
                29/02/2027 => impossible <29/02/2027>
                32 de mayo => impossible <32 de mayo>
                99/99/9999 => impossible <99/99/9999>
                """);
    }
}
