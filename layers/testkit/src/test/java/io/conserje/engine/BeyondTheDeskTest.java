package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.MediaKind;
import io.conserje.testkit.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the desk cannot do, and what it did not understand. */
class BeyondTheDeskTest {
    private final Customer ana = Customer.ofTheClinic().writes("hola");

    @Test
    void whatItCannotDoItSaysOnceAndOffersAPerson() {
        Content voice = Messages.media(MediaKind.AUDIO);

        ana.sends(voice);
        assertTrue(ana.answer().startsWith("Recibí su audio"), ana.answer());
        assertEquals(List.of("person", "menu"), ana.offered());

        assertEquals("", ana.sends(voice).answer());
        assertEquals("", ana.sends(voice).answer());
        assertInstanceOf(Session.Automatic.class, ana.session().phase());
    }

    @Test
    void oneKindSaidDoesNotSilenceAnother() {
        ana.sends(Messages.media(MediaKind.AUDIO));

        ana.sends(Messages.media(MediaKind.IMAGE));

        assertTrue(ana.answer().startsWith("Recibí su archivo"), ana.answer());
        assertEquals("", ana.sends(Messages.media(MediaKind.VIDEO)).answer());
    }

    @Test
    void aFileThatWasNotKeptIsToldOfEachTime() {
        Content large = refused(Filing.Cause.TOO_LARGE);

        assertTrue(ana.sends(large).answer().startsWith("El archivo es demasiado grande"));
        assertTrue(ana.sends(large).answer().startsWith("El archivo es demasiado grande"));
        assertTrue(ana.sends(refused(Filing.Cause.TYPE)).answer().startsWith("Ese tipo"));
        assertTrue(ana.sends(refused(Filing.Cause.GONE)).answer().startsWith("No pude"));
    }

    @Test
    void whatIsWrittenUnderAFileIsAnsweredThoughTheFileWasNotKept() {
        Content.Media photo = Messages.media(MediaKind.IMAGE);
        ana.sends(
                new Content.Media(
                        photo.kind(),
                        photo.reference(),
                        photo.mediaType(),
                        photo.sha256(),
                        photo.fileName(),
                        Optional.of("¿qué precios tienen?"),
                        false,
                        new Filing.Refused(Filing.Cause.TOO_LARGE, "9 MB")));

        assertTrue(ana.answer().startsWith("El archivo es demasiado grande"), ana.answer());
        assertTrue(ana.answer().endsWith("Consulta: B/. 40"), ana.answer());
    }

    private static Content refused(Filing.Cause cause) {
        return Messages.media(MediaKind.VIDEO).with(new Filing.Refused(cause, "video/mp4"));
    }

    @Test
    void theNumberOfAnOptionChoosesIt() {
        assertEquals("Consulta: B/. 40", ana.writes("3").answer());
        ana.writes("menú");
        assertEquals("Es gratis.", ana.writes("4.").answer());
    }

    @Test
    void whatHasNoWordYetIsSpokenOfToo() {
        ana.sends(new Content.Unsupported("poll", "{}"));

        assertTrue(ana.answer().startsWith("Recibí un mensaje de un tipo"), ana.answer());
    }

    @Test
    void itAsksAgainThenOffersAPersonThenHandsOver() {
        ana.writes("xyzzy");
        assertEquals("Perdón, no le entendí. Le puedo ayudar con esto:", ana.answer());
        assertEquals(List.of("hours", "address", "prices", "parking", "person"), ana.offered());

        ana.writes("plugh");
        assertTrue(ana.answer().startsWith("Perdón, sigo sin entenderle."), ana.answer());
        assertEquals(List.of("person", "menu"), ana.offered());

        ana.writes("plover");
        assertEquals(List.of(Effect.Reason.NOT_UNDERSTOOD), ana.handOvers());
        assertInstanceOf(Session.WithPerson.class, ana.session().phase());
        assertEquals("", ana.writes("xyzzy").answer());
    }

    @Test
    void whatIsUnderstoodInBetweenBeginsTheCountAnew() {
        ana.writes("xyzzy").writes("plugh").writes("precios").writes("xyzzy");

        assertEquals("Perdón, no le entendí. Le puedo ayudar con esto:", ana.answer());
        assertEquals(List.of(), ana.handOvers());
    }

    @Test
    void afterAHandBackTheCountBeginsAnew() {
        ana.writes("a1").writes("a2").writes("a3").isHandedBack().writes("a4");

        assertEquals("Perdón, no le entendí. Le puedo ayudar con esto:", ana.answer());
    }

    @Test
    void anOptionThatIsNotOfferedAnyMoreIsNotUnderstood() {
        ana.taps("vaccines");

        assertEquals("Perdón, no le entendí. Le puedo ayudar con esto:", ana.answer());
    }
}
