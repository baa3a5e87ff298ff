package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Capabilities;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Template.Status;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Outside the window the template goes that the message names. */
class FallbackTest {
    private static final String RULE = "only a template outside the window";

    @Test
    void anApprovedTemplateGoesInPlaceOfTheMessage() {
        assertEquals(
                new Decision.UseTemplate(
                        new Templated(Sending.use(), "Hola Ana, a las 9:00."),
                        RULE,
                        new Reason(
                                "template-used",
                                Map.of("hours", "24", "last", "—", "template", "cita"))),
                silent(Status.APPROVED).decide());
    }

    @Test
    void withinTheWindowTheMessageItselfGoes() {
        Sending sending = silent(Status.APPROVED);

        assertEquals(
                Sending.HELLO, sending.to(sending.ana().withLastInbound(Sending.MORNING)).sent());
    }

    @Test
    void whereTheTemplateIsNoGoodTheRefusalTellsWhy() {
        assertEquals("template.pending", silent(Status.PENDING).refused());
        assertEquals("template.unknown", silent(Status.APPROVED).to(Standing.unknown()).refused());
        assertEquals(
                "template.missing",
                silent(Status.APPROVED)
                        .fallingBackTo(Sending.use(Map.of("nombre", "Ana")))
                        .refused());
    }

    @Test
    void whereTheTemplateIsNoGoodTheWindowMayStillBeOpen() {
        Sending sending = silent(Status.REJECTED);

        sending.to(sending.ana().withLastInbound(Sending.MORNING)).isSent();
    }

    @Test
    void anAccountWithAWindowAndWithoutTemplatesHasNothingToSend() {
        Capabilities can = Sending.WHATSAPP;
        Capabilities without =
                new Capabilities(
                        can.window(),
                        false,
                        can.text(),
                        can.question(),
                        can.caption(),
                        can.buttons(),
                        can.list(),
                        can.opener(),
                        can.sends(),
                        can.takes(),
                        can.places(),
                        can.cards(),
                        can.account(),
                        can.contact());

        assertEquals("window-closed", silent(Status.APPROVED).over(without).refused());
    }

    @Test
    void theTemplateWaitsLikeAnythingElse() {
        Sending sending = silent(Status.APPROVED);
        Hold hold = new Hold(Hold.Kind.ACCOUNT_PACE, Sending.MORNING.plusSeconds(2));

        assertEquals(hold.until(), sending.to(sending.ana().withHold(hold)).waits());
        sending.atTheBusiness("2026-03-11T23:00").waits();
    }

    /** To somebody who never wrote. */
    private static Sending silent(Status registered) {
        return Sending.notice()
                .fallingBackTo(Sending.use())
                .to(Standing.unknown().withTemplate(Optional.of(Sending.template(registered))));
    }
}
