package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource({
        "¿A QUÉ hora abren?, a que hora abren",
        "'  dirección,por   favor!!', direccion por favor",
        "ñandú, nandu",
        "24/7, 24 7",
        "'¿¡…!?', ''"
    })
    void accentsCapitalsAndPunctuationDoNotMatter(String raw, String plain) {
        assertEquals(plain, Plain.of(raw).text().strip());
    }

    @Test
    void accentsMatterAsLittleWhenTheyAreWrittenAsMarksOfTheirOwn() {
        assertEquals(Plain.of("dirección"), Plain.of("direccio\u0301n"));
    }

    @Test
    void aPhraseIsFoundAsAWholeOnly() {
        Plain text = Plain.of("¿Hay estacionamiento cerca?");

        assertTrue(text.has("estacionamiento"));
        assertTrue(text.has("hay estacionamiento"));
        assertFalse(text.has("estaciona"));
        assertFalse(text.has("hay cerca"));
    }

    @Test
    void aTextIsAPhraseOnlyWhenItIsNothingElse() {
        assertTrue(Plain.of(" ¡Baja! ").is("baja"));
        assertFalse(Plain.of("me baja la presión").is("baja"));
    }

    @Test
    void theFirstOfSeveralPhrasesTellsWhere() {
        Plain text = Plain.of("precios y horario");

        assertTrue(text.firstOf(List.of("horario", "precios")) < text.firstOf(List.of("horario")));
        assertEquals(-1, text.firstOf(List.of("parking")));
    }
}
