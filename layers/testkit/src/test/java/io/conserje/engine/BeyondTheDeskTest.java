package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Content;
import io.conserje.model.Content.MediaKind;
import io.conserje.testkit.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the desk cannot do, and what it did not understand. */
class BeyondTheDeskTest {
    private final Customer ana = Customer.ofTheClinic().writes("hola");

    @Test
    void whatItCannotDoItSaysOnceAndOffersAPerson() {
        Content voice = Messages.media(MediaKind.AUDIO);

        ana.sends(voice);
        assertTrue(ana.answer().startsWith("Todavía no puedo escuchar audios."), ana.answer());
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
