package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, greetings, names and addresses that look like a time. */
class NoTimesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void itIsNoTime(String text, String said) {
        assertEquals(said, Said.of(text));
    }

    static Stream<Arguments> table() {
        return Said.table(
                """
                cuesta 5 euros => -
                $5 => -
                somos 5 => -
                tengo 12 años => -
                para mi hijo de 5 años => -
                buenos días => -
                buenas tardes => -
                good morning => -
                good evening => -
                Morning! => -
                qué día más bonito => -
                hasta mañana => -
                see you tomorrow => -
                calle 5 => -
                calle 12 de octubre => -
                para 2 personas => -
                for 4 people => -
                a table of 4 => -
                2 citas => -
                una cita => -
                un momento => -
                first time => -
                the first one => -
                la primera => -
                el primero => -
                24 horas => -
                24/7 => -
                segunda clase => -
                mi teléfono es 600 12 34 56 => -
                +34 612345678 => -
                call me at 555-1234 => -
                ana5@mayo.com => -
                may I come? => -
                soy Abril => -
                me llamo Domingo => -
                marte => -
                el marco => -
                el mayor => -
                una manzana => -
                ¿cuándo vienes? => -
                the sun is nice => -
                I sat at the door => -
                wait a second => -
                más tarde => -
                muy tarde => -
                feliz navidad => -
                soy la 3 => -
                las dos me van bien => -
                dos horas => -
                I can do 10 or 11 => -
                march with us => -
                3 => -
                😀😀 => -
                I live at 12 May Street => -
                """);
    }
}
