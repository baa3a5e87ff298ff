package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.model.Content;
import io.conserje.model.MessageId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the desk says nothing, and how it comes to speak again. */
class SilenceTest {
    private final Customer ana = Customer.ofTheClinic().writes("hola");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quiero hablar con una persona",
                "un HUMANO por favor",
                "can I talk to someone?",
                "precios? mejor páseme con un asesor"
            })
    void whoAsksForAPersonIsHandedOver(String text) {
        ana.writes(text);

        assertEquals(List.of(Effect.Reason.CUSTOMER_ASKED), ana.handOvers());
        assertInstanceOf(Session.WithPerson.class, ana.session().phase());
        assertEquals(List.of(), ana.offered());
    }

    @Test
    void aTapOnTheOptionHandsOverToo() {
        ana.taps(Intents.PERSON);

        assertEquals(
                "Claro. Le paso con una persona de Clínica Los Robles; le responderá por aquí lo"
                        + " antes posible.",
                ana.answer());
    }

    @Test
    void whileAPersonAnswersTheDeskIsSilentUntilItIsHandedBack() {
        ana.writes("persona");

        assertEquals("", ana.writes("hola", "¿precios?").answer());
        assertEquals("", ana.writes("otra persona").answer());
        assertEquals(List.of(), ana.handOvers());
        assertEquals("", ana.isHandedBack().answer());

        assertEquals("Consulta: B/. 40", ana.writes("¿precios?").answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "baja", "¡ALTO!", " Stop. ", "darme de baja", "unsubscribe"})
    void whoAsksUsToStopIsToldOnceAndNeverWrittenToAgain(String text) {
        assertEquals(
                "Listo, no le escribiremos más. Si cambia de idea, envíe ALTA.",
                ana.writes(text).answer());

        assertInstanceOf(Session.Stopped.class, ana.session().phase());
        assertEquals("", ana.writes("hola").answer());
        assertEquals("", ana.writes("persona").answer());
        assertEquals("", ana.writes(text).answer());
        assertEquals("", ana.isHandedBack().answer());
        assertEquals("", ana.writes("precios").answer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me baja la presión",
                "hablo en voz alta y baja",
                "please don't stop",
                "¿en alto o en bajo?",
                "quiero ir al bus stop"
            })
    void aWordInsideASentenceStopsNothing(String text) {
        ana.writes(text);

        assertInstanceOf(Session.Automatic.class, ana.session().phase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTA", "start", "Darme de alta."})
    void onlyTheCustomerTakesAStopBack(String text) {
        ana.writes("baja").writes(text);

        assertEquals("¡Qué gusto tenerle de vuelta! ¿En qué le puedo ayudar?", ana.answer());
        assertEquals("Consulta: B/. 40", ana.writes("precios").answer());
    }

    @Test
    void startInsideASentenceTakesNothingBack() {
        assertEquals("", ana.writes("baja").writes("me dieron de alta ayer").answer());
    }

    @Test
    void whoAsksToStopWhileAPersonAnswersIsHeardToo() {
        ana.writes("persona").writes("STOP");

        assertInstanceOf(Session.Stopped.class, ana.session().phase());
    }

    @Test
    void reactionsEditsAndNoticesAreLeftUnanswered() {
        MessageId ours = new MessageId("wamid.OUT");

        ana.sends(
                new Content.Reaction(ours, Optional.of("👍")),
                new Content.Edit(ours, new Content.Text("precios")),
                new Content.Deletion(ours),
                new Content.Notice("number-changed", "50760000001"));

        assertEquals("", ana.answer());
        assertEquals(0, ana.session().misses());
    }
}
