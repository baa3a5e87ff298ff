package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.when.Reckoning.Asked;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, it is read; what is told of it stands in the text. */
@Tag("many")
class AnyTextIsReadTest {
    private static final String[] WORDS =
            ("lunes viernes monday friday enero mayo may march el la las los the a al del de en on"
                            + " at in from to hasta desde entre between y and o or 1 2 5 12 25 31 40 99 2026"
                            + " 9999 99999999 : / - . , ? h pm am p . m . por tarde mañana noche morning"
                            + " afternoon next last que viene próximo pasado semana week mes month fin"
                            + " finde weekend no not puedo cambiar move media cuarto quarter half past menos"
                            + " para primero first 3rd 21st treinta uno twenty one dentro hace ago dias"
                            + " weeks 0th 2026-13-10 quinto of month horas noon mediodía antes después after before cualquier día asap"
                            + " navidad easter 30/02 24:30 ñ é 😀 @ a@b.com \n")
                    .split(" ");

    private final TimeReader reader = new TimeReader();

    @Test
    void whateverWordsFollowEachOther() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(12); words >= 0; words--) {
                text.append(WORDS[random.nextInt(WORDS.length)]);
                text.append(random.nextInt(5) > 0 ? " " : "");
            }
            Asked asked = Asked.values()[random.nextInt(3)];
            check(text.toString(), new Reckoning(Said.NOW, random.nextBoolean(), asked));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1",
                "-",
                "lunes a ",
                "de 4 a ",
                "a las ",
                "5:",
                "entre el 4 y ",
                "mañana ",
                "😀",
                "jueevs ",
                "no ",
                "\n",
                "1/1/",
                "12-",
                "a.m.",
                "'",
                "´`¨"
            })
    void tenThousandCharacters(String part) {
        check(part.repeat(10_000 / part.length()), reckoning());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "del 2026-13-10 al 2026-12-20",
                "from 2026-13-12 to 2026-12-20",
                "the 0th day of May",
                "0º día del mes",
                "el quinto lunes de diciembre",
                "from 13/13 to 14/14"
            })
    void whatNoCalendarHas(String text) {
        check(text, reckoning());
    }

    @Test
    void emptyText() {
        assertEquals(List.of(), reader.read("", reckoning()));
        assertEquals(List.of(), reader.read("   ", reckoning()));
    }

    private void check(String text, Reckoning reckoning) {
        int end = 0;
        for (Mention mention : reader.read(text, reckoning)) {
            assertTrue(mention.start() >= end && mention.start() < mention.end(), text);
            assertTrue(mention.end() <= text.length(), text);
            end = mention.end();
            boolean impossible = mention.doubt().orElse(null) instanceof Doubt.Impossible;
            assertTrue(
                    impossible || mention.days().isPresent() || mention.clock().isPresent(), text);
        }
    }

    private static Reckoning reckoning() {
        return new Reckoning(Said.NOW, true, Asked.NOTHING);
    }
}
