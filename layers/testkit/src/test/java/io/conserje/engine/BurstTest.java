package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.model.Content.HandBack;
import io.conserje.model.Content.Text;
import io.conserje.model.MediaKind;
import io.conserje.testkit.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arrives together is answered together. */
class BurstTest {
    private final Customer ana = Customer.ofTheClinic();

    @Test
    void severalMessagesAreAnsweredInOneInTheirOrder() {
        ana.writes("hola", "tienen parqueo?", "y los precios?");

        assertEquals(
                "¡Hola! Soy la recepción virtual de Clínica Los Robles. ¿En qué le puedo ayudar?"
                        + "\n\nEs gratis.\n\nConsulta: B/. 40",
                ana.answer());
        assertEquals(
                List.of("greets", "answers from the profile", "answers from the profile"),
                ana.rules());
    }

    @Test
    void whoAlreadyGotAnAnswerIsNotShownTheMenuOfTheGreeting() {
        assertEquals(List.of(), ana.writes("hola", "precios").offered());
    }

    @Test
    void whatIsAskedTwiceIsAnsweredOnce() {
        ana.writes("hola").writes("precios", "¿precios?", "precios!!");

        assertEquals("Consulta: B/. 40", ana.answer());
    }

    @Test
    void threePhotosAreSpokenOfOnce() {
        ana.writes("hola")
                .sends(
                        Messages.media(MediaKind.IMAGE),
                        Messages.media(MediaKind.IMAGE),
                        Messages.media(MediaKind.IMAGE));

        assertEquals(
                "Recibí su archivo y lo guardé para el equipo, pero todavía no puedo verlo. ¿Me"
                        + " escribe lo que necesita, o prefiere hablar con una persona?",
                ana.answer());
    }

    @Test
    void whoAsksToStopGetsNothingElse() {
        ana.writes("hola", "precios", "STOP", "parking");

        assertEquals("Listo, no le escribiremos más. Si cambia de idea, envíe ALTA.", ana.answer());
        assertEquals(List.of(), ana.offered());
    }

    @Test
    void whatComesAfterAHandOverIsLeftToThePerson() {
        ana.writes("hola").writes("precios", "mejor una persona", "¿hay parking?");

        assertEquals(
                "Consulta: B/. 40\n\nClaro. Le paso con una persona de Clínica Los Robles; le"
                        + " responderá por aquí lo antes posible.",
                ana.answer());
    }

    @Test
    void aHandBackAndWhatWaitsBehindItAreOneStep() {
        ana.writes("hola").writes("persona").sends(new HandBack("olga"), new Text("precios"));

        assertEquals("Consulta: B/. 40", ana.answer());
        assertInstanceOf(Session.Automatic.class, ana.session().phase());
    }

    @Test
    void howeverManyAreNotUnderstoodTheCustomerHearsOfItOnce() {
        ana.writes("hola").writes("xyzzy", "plugh", "frotz");

        assertEquals("Perdón, no le entendí. Le puedo ayudar con esto:", ana.answer());
        assertInstanceOf(Session.Automatic.class, ana.session().phase());
    }

    @Test
    void whoAsksForAPersonAndThenToStopIsHandedToNobody() {
        ana.writes("hola").writes("una persona", "STOP");

        assertEquals(List.of(), ana.handOvers());
        assertInstanceOf(Session.Stopped.class, ana.session().phase());
    }
}
