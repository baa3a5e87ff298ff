package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Conversations.Status;
import io.conserje.application.DeliverMessage.Again;
import io.conserje.application.DeliverMessage.Deferred;
import io.conserje.application.DeliverMessage.Done;
import io.conserje.application.DeliverMessage.Outcome;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Pace;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import io.conserje.testkit.Accounts;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Desk;
import io.conserje.testkit.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every message that leaves, and every one that does not, has its reason with it. */
class SendDecisionKeptTest {
    private static final Instant NOW = Messages.MORNING;
    private static final Instant NIGHT = Messages.atTheClinic("2026-03-11T23:30");

    private final Desk desk = Desk.open();

    @Test
    void whatIsSentTellsThatNothingSpokeAgainstIt() {
        OutboundMessage answer = desk.queued("Abrimos a las ocho.");

        deliver(answer, NOW);

        assertEquals(
                List.of("nothing speaks against it", "Accepted"),
                rulings(answer).stream().map(Ruling::rule).toList());
        assertEquals("No hay nada en contra: se envía.", rulings(answer).getFirst().why().es());
        assertEquals(
                "Nothing speaks against it: it is sent.", rulings(answer).getFirst().why().en());
    }

    @Test
    void whoAskedForSilenceGetsTheConfirmationAndNothingElse() {
        advance(Arrivals.fromAna("STOP"), NOW);
        OutboundMessage confirmation = desk.outbound().all().getLast();
        OutboundMessage notice = occasion(notice(Optional.empty()), NOW);

        assertEquals(new Done(Status.ACCEPTED, "provider-1"), deliver(confirmation, NOW));
        assertEquals(new Done(Status.REFUSED, "not to who asked us to stop"), deliver(notice, NOW));
        assertTrue(rulings(notice).getFirst().why().es().startsWith("La persona pidió"));
        assertTrue(rulings(notice).getFirst().why().en().startsWith("The person asked us"));
    }

    @Test
    void aNoticeAtNightWaitsElsewhereAndAnAnswerOvertakesIt() {
        advance(Arrivals.fromAna("hola"), NIGHT);
        OutboundMessage notice = occasion(notice(Optional.empty()), NIGHT);

        Outcome waits = deliver(notice, NIGHT);

        Instant morning = Messages.atTheClinic("2026-03-12T08:00");
        assertEquals(new Deferred(morning, "nothing in quiet hours that is not urgent"), waits);
        assertEquals(
                new Done(Status.ACCEPTED, "provider-1"),
                deliver(desk.outbound().all().getFirst(), NIGHT));
        assertTrue(!desk.releaseMessage().release(desk.deferrals().all().getFirst(), NIGHT));
        assertTrue(desk.releaseMessage().release(desk.deferrals().all().getLast(), morning));
        assertEquals(
                new Done(Status.ACCEPTED, "provider-2"),
                deliver(desk.outbound().all().getLast(), morning));
    }

    @Test
    void outsideTheWindowTheApprovedTemplateGoesInstead() {
        desk.channel().carrying(Accounts.withWindow(Duration.ofHours(24)));
        desk.templates().put(Businesses.ACCOUNT, template(Template.Status.APPROVED), NOW);
        advance(Arrivals.fromAna("hola"), NOW);
        Instant dayAfter = NOW.plus(Duration.ofHours(25));
        OutboundMessage notice = occasion(notice(Optional.of(use())), dayAfter);

        assertEquals(new Done(Status.ACCEPTED, "provider-1"), deliver(notice, dayAfter));

        assertEquals(
                new Outgoing.Templated(use(), "Hola Ana, le esperamos."),
                desk.channel().sent().getLast().content());
        assertEquals(Ruling.Kind.TEMPLATE, rulings(notice).getFirst().kind());
    }

    @Test
    void aTemplateThatIsNotApprovedIsRefusedBeforeTheCall() {
        desk.channel().carrying(Accounts.withWindow(Duration.ofHours(24)));
        desk.templates().put(Businesses.ACCOUNT, template(Template.Status.PENDING), NOW);
        OutboundMessage notice = occasion(notice(Optional.of(use())), NOW);

        assertInstanceOf(Done.class, deliver(notice, NOW));

        assertEquals(List.of(), desk.channel().sent());
        assertEquals(
                "Template cita (es) waits for the provider's approval.",
                rulings(notice).getLast().why().en());
    }

    @Test
    void whoBlockedUsGetsNothingUntilTheyWriteAgain() {
        advance(Arrivals.fromAna("hola"), NOW);
        desk.channel().ends(new SendOutcome.ContactStopped("bot was blocked by the user"));
        assertEquals(
                new Done(Status.FAILED, "bot was blocked by the user"),
                deliver(desk.outbound().all().getLast(), NOW));

        OutboundMessage notice = occasion(notice(Optional.empty()), NOW);
        assertEquals(
                new Done(Status.REFUSED, "not to who cannot be reached"), deliver(notice, NOW));

        advance(Arrivals.fromAna("precios"), NOW.plusSeconds(60));
        assertEquals(
                new Done(Status.ACCEPTED, "provider-2"),
                deliver(desk.outbound().all().getLast(), NOW.plusSeconds(60)));
    }

    @Test
    void nobodyGetsMoreNoticesThanThePolicyAllows() {
        advance(Arrivals.fromAna("hola"), NOW);
        for (int i = 0; i < 3; i++) {
            OutboundMessage notice = occasion(notice(Optional.empty()), NOW.plusSeconds(i));
            assertInstanceOf(Done.class, deliver(notice, NOW.plusSeconds(i)));
        }

        OutboundMessage fourth = occasion(notice(Optional.empty()), NOW.plusSeconds(9));

        assertEquals(
                new Deferred(
                        NOW.plus(Duration.ofDays(1)), "no more notices than the policy allows"),
                deliver(fourth, NOW.plusSeconds(9)));
    }

    @Test
    void thePaceOfTheContactHoldsTheConversationInItsOrder() {
        desk.channel().carrying(Accounts.withPace(new Pace(Duration.ofSeconds(6), 1)));
        OutboundMessage first = desk.queued("Uno.");
        OutboundMessage second = desk.queued("Dos.");

        assertInstanceOf(Done.class, deliver(first, NOW));
        assertEquals(
                new Again(Duration.ofSeconds(5), "not while the provider takes nothing"),
                deliver(second, NOW.plusSeconds(1)));
        assertInstanceOf(Done.class, deliver(second, NOW.plusSeconds(6)));
    }

    @Test
    void aProviderThatIsDownIsLeftAloneAndTriedByOneMessage() {
        desk.channel()
                .ends(
                        down(), down(), down(), down(), down() // the fifth opens the breaker
                        );
        OutboundMessage message = desk.queued("Uno.");
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Again.class, deliver(message, NOW.plusSeconds(i)));
        }

        Instant open = NOW.plusSeconds(5);
        assertEquals("503", desk.coordination().outages().getFirst().reason());
        assertInstanceOf(Again.class, deliver(message, open));
        assertEquals(5, desk.channel().sent().size(), "nothing was sent while it was open");

        Instant later = NOW.plusSeconds(10);
        assertEquals(new Done(Status.ACCEPTED, "provider-6"), deliver(message, later));
        assertEquals(List.of(), desk.coordination().outages());
    }

    @Test
    void whatTheProviderThrottlesIsHeldForAsLongAsItSays() {
        desk.channel()
                .ends(
                        new SendOutcome.Throttled(
                                Duration.ofSeconds(30), SendOutcome.Scope.ACCOUNT, "429"));
        OutboundMessage message = desk.queued("Uno.");

        assertEquals(new Again(Duration.ofSeconds(30), "429"), deliver(message, NOW));
        assertInstanceOf(Again.class, deliver(message, NOW.plusSeconds(29)));
        assertEquals(1, desk.channel().sent().size());
        assertEquals(
                new Done(Status.ACCEPTED, "provider-2"), deliver(message, NOW.plusSeconds(30)));
    }

    @Test
    void whatIsInDoubtIsNotSentAgainWhileNothingMayLeave() {
        desk.channel().ends(new SendOutcome.Unknown("no answer was read"));
        OutboundMessage message = desk.queued("Uno.");
        assertInstanceOf(Again.class, deliver(message, NOW));
        desk.coordination().holdAccount(Businesses.account(), NOW.plusSeconds(300));

        assertEquals(
                new Again(Duration.ofSeconds(270), "not while the provider takes nothing"),
                deliver(message, NOW.plusSeconds(30)));
        assertEquals(1, desk.channel().sent().size());

        assertEquals(
                new Done(Status.ACCEPTED, "provider-2"), deliver(message, NOW.plusSeconds(300)));
    }

    @Test
    void aTemplateInDoubtIsNeverFollowedByTheTextThatTheWindowClosesOut() {
        desk.channel()
                .carrying(Accounts.withWindow(Duration.ofHours(24)))
                .ends(new SendOutcome.Unknown("no answer was read"));
        desk.templates().put(Businesses.ACCOUNT, template(Template.Status.APPROVED), NOW);
        advance(Arrivals.fromAna("hola"), NOW);
        Instant dayAfter = NOW.plus(Duration.ofHours(25));
        OutboundMessage notice = occasion(notice(Optional.of(use())), dayAfter);
        assertInstanceOf(Again.class, deliver(notice, dayAfter));

        deliver(notice, dayAfter.plusSeconds(30));

        assertTrue(
                desk.channel().sent().stream()
                        .allMatch(sent -> sent.content() instanceof Outgoing.Templated));
        assertEquals(2, desk.channel().sent().size());
    }

    @Test
    void whatTheProviderSaidIsKeptThoughTheCoordinationIsAway() {
        desk.channel()
                .withReceiptsThatProveNothing()
                .ends(
                        new SendOutcome.Throttled(
                                Duration.ofSeconds(30), SendOutcome.Scope.ACCOUNT, "429"));
        desk.coordination().downFor(1);
        OutboundMessage message = desk.queued("Uno.");

        assertThrows(Unavailable.class, () -> deliver(message, NOW));

        assertEquals(Status.QUEUED, desk.conversations().status(message));
        assertEquals(new Done(Status.ACCEPTED, "provider-2"), deliver(message, NOW.plusSeconds(1)));
    }

    private static SendOutcome down() {
        return new SendOutcome.RetryLater(Duration.ofSeconds(1), "503");
    }

    private Outcome deliver(OutboundMessage message, Instant now) {
        return desk.deliverMessage().deliver(message, now);
    }

    private void advance(Arrival arrival, Instant now) {
        Arrival then =
                new Arrival(
                        arrival.project(),
                        arrival.account(),
                        arrival.contact(),
                        arrival.messages(),
                        arrival.correlation(),
                        now);
        desk.advanceConversation().advance(List.of(then), now);
    }

    private List<Ruling> rulings(OutboundMessage message) {
        return desk.conversations()
                .explain(message.project(), message.id())
                .orElseThrow()
                .rulings();
    }

    private OutboundMessage occasion(Content.Occasion occasion, Instant now) {
        Contact ana = Arrivals.ANA;
        advance(
                new Arrival(
                        Businesses.CLINIC,
                        Businesses.ACCOUNT,
                        Optional.of(ana),
                        List.of(Messages.message("occasion at " + now, occasion)),
                        new CorrelationId("occasion"),
                        now),
                now);
        return desk.outbound().all().getLast();
    }

    private static Content.Occasion notice(Optional<TemplateUse> fallback) {
        return new Content.Occasion(
                new Outgoing.Say("Le esperamos mañana."),
                new Terms(Terms.Purpose.NOTICE, Optional.empty(), Optional.empty(), fallback));
    }

    private static TemplateUse use() {
        return new TemplateUse("cita", "es", Map.of("nombre", "Ana"), List.of());
    }

    private static Template template(Template.Status status) {
        return new Template(
                "cita",
                "es",
                Template.Category.UTILITY,
                "Hola {{nombre}}, le esperamos.",
                List.of(),
                status,
                Optional.empty());
    }
}
