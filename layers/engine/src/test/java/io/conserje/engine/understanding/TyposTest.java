package io.conserje.engine.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TyposTest {
    private final Typos typos =
            new Typos(
                    List.of(
                            "cita",
                            "limpieza",
                            "revision",
                            "manana",
                            "jueves",
                            "appointment",
                            "cleaning",
                            "orthodontics",
                            "shift",
                            "stop",
                            "marta",
                            "martes",
                            "otorhinolaryngologist",
                            "monday",
                            "sunday"));

    @ParameterizedTest
    @CsvSource({
        "limpeza, limpieza",
        "limpiezza, limpieza",
        "limpiesa, limpieza",
        "limpeiza, limpieza",
        "ilmpieza, limpieza",
        "impieza, limpieza",
        "xjueves, jueves",
        "juevs, jueves",
        "jeuves, jueves",
        "apointmnt, appointment",
        "appiontmnet, appointment",
        "citta, cita",
        "marts, marta",
        "onday, monday"
    })
    void whatIsNearIsMeant(String written, String meant) {
        assertEquals(meant, typos.meant(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cit",
                "ctia",
                "limpieza",
                "limpiezas",
                "shifting",
                "shifted",
                "stopped",
                "stopping",
                "limpia",
                "libro",
                "juanes",
                "jueves1",
                "jvves",
                "apntmnt",
                "otorhinolaryngologistt",
                "zzzzz"
            })
    void whatIsRightOrFarStaysAsItIs(String written) {
        assertEquals(written, typos.meant(written));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, ab, 1",
        "ab, abc, 1",
        "abc, acb, 1",
        "bac, abc, 1",
        "abcd, badc, 2",
        "abc, xyz, 3",
        "'', abc, 3",
        "abc, '', 3",
        "ca, abc, 3"
    })
    void lettersAreAddedLostMistakenOrSwapped(String one, String other, int distance) {
        assertEquals(distance, Typos.distance(one, other));
    }

    @Test
    void ofTwoThatAreAsNearTheFirstInTheAlphabetIsMeant() {
        assertEquals("sabre", new Typos(List.of("sobre", "sabre")).meant("sibre"));
        assertEquals("sabre", new Typos(List.of("sabre", "sobre")).meant("sibre"));
    }
}
