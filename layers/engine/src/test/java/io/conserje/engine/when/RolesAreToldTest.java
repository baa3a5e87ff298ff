package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is moved from, what it is moved to and what is not wanted. */
class RolesAreToldTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void theRoleIsTold(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                cambiar la cita del martes al viernes => FROM 2026-12-01; TO 2026-11-27
                quiero cambiar la cita del martes => FROM 2026-12-01
                move my Tuesday appointment to Friday => FROM 2026-12-01; TO 2026-11-27
                I need to change from Tuesday to Friday => FROM 2026-12-01; TO 2026-11-27
                la que tengo el jueves 3 => FROM 2026-12-03
                the appointment I have on Tuesday => FROM 2026-12-01
                pásala al 12 => TO 2026-12-12
                pásala para el viernes => TO 2026-11-27
                cambiar el martes por el jueves => FROM 2026-12-01; TO 2026-11-26
                cámbiame la del martes para el miércoles por la tarde => FROM 2026-12-01; TO 2026-11-25 12:00-20:00
                cambiar la cita de las 4 a las 6 => FROM 04:00?; TO 06:00?
                move it from Tuesday at 10 to Friday at 5 => FROM 2026-12-01 10:00?; TO 2026-11-27 05:00?
                Reschedule my appointment on Monday at 9 to Wednesday at 4pm => FROM 2026-11-30 09:00?; TO 2026-11-25 16:00
                tengo una cita el jueves y quiero cambiarla al viernes a las 5 => FROM 2026-11-26; TO 2026-11-27 05:00?
                necesito cambiar mi cita del 3 de diciembre a las 10 para el 5 de diciembre a las 12 => FROM 2026-12-03 10:00?; TO 2026-12-05 12:00
                cambiar mi reserva del 3 al 7 de mayo => FROM 2027-05-03; TO 2027-05-07
                mover la clase, mejor el viernes => TO 2026-11-27
                reservar del 3 al 7 de mayo => 2027-05-03..2027-05-07
                una cita para el viernes => 2026-11-27
                no, mejor el viernes => 2026-11-27
                no, el viernes => 2026-11-27
                el lunes no puedo => NOT 2026-11-30
                el lunes no => NOT 2026-11-30
                el lunes no, el martes => NOT 2026-11-30; 2026-12-01
                el jueves no, mejor el viernes a las 10 => NOT 2026-11-26; 2026-11-27 10:00?
                no puedo el martes a las 5, ¿puede ser el miércoles? => NOT 2026-12-01 05:00?; 2026-11-25
                no Monday => NOT 2026-11-30
                not on Friday => NOT 2026-11-27
                I can't on Monday, how about Tuesday? => NOT 2026-11-30; 2026-12-01
                Monday doesn't work => NOT 2026-11-30
                cualquier día menos el martes => 2026-11-25..2026-12-08; NOT 2026-12-01
                ¿no tienen nada el lunes? => 2026-11-30
                ¿el lunes no hay? => 2026-11-30
                could we push it to 5? => TO 05:00?
                move my class from 4pm to 6pm => FROM 16:00; TO 18:00
                Friday instead of Thursday => 2026-11-27; FROM 2026-11-26
                ¿puede ser a las 5 en vez de las 4? => 05:00?; FROM 04:00?
                move it to the 5th => TO 2026-12-05
                any day but Friday => 2026-11-25..2026-12-08; NOT 2026-11-27
                anything other than Monday => NOT 2026-11-30
                cualquier día que no sea lunes => 2026-11-25..2026-12-08; NOT 2026-11-30
                I'm away on Thursday => NOT 2026-11-26
                Thursdays don't work for me => NOT 2026-11-26
                en lugar del lunes, el martes => FROM 2026-11-30; 2026-12-01
                I'd like to reschedule Thursday's appointment for next Monday at noon => FROM 2026-11-26; TO 2026-11-30 12:00
                cambiar mi cita de mañana para el viernes => FROM 2026-11-26; TO 2026-11-27
                del 10 en adelante => 2026-12-10..2026-12-23
                """);
    }
}
