package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.AdvanceConversation.Outcome;
import io.conserje.engine.Effect;
import io.conserje.model.Arrival;
import io.conserje.model.Content;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.Filing;
import io.conserje.model.InboundMessage;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Accounts;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Desk;
import io.conserje.testkit.InMemoryConversations.Moment;
import io.conserje.testkit.InMemoryDirectory;
import io.conserje.testkit.InMemorySecrets;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Talk;
import io.conserje.testkit.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdvanceConversationTest {
    private static final Instant NOW = Messages.MORNING;

    private final Desk desk = Desk.open();

    @Test
    void aBurstIsAnsweredWithOneMessage() {
        Outcome outcome = advance(Arrivals.fromAna("hola", "precios"), Arrivals.fromAna("gracias"));

        assertEquals(1, outcome.turns().size());
        OutboundMessage answer = desk.outbound().all().getFirst();
        assertEquals(List.of(answer), desk.outbound().all());
        assertEquals(new OutboundId(Arrivals.conversationOf(Arrivals.ANA), 4), answer.id());
        assertEquals(Optional.of(Messages.text("gracias").id()), answer.answers());
        assertEquals(Arrivals.ANA, answer.to());
    }

    @Test
    void eachMessageKeepsTheRequestItCameWithAndTheAnswerTakesTheLast() {
        Arrival first = came("request-1", "hola");
        Arrival second = came("request-2", "precios");

        Outcome outcome = advance(first, second);

        assertEquals(
                List.of("request-1", "request-2"),
                outcome.turns().getFirst().inbound().stream()
                        .map(Turn.Heard::correlation)
                        .toList());
        assertEquals(
                new CorrelationId("request-2"), desk.outbound().all().getFirst().correlation());
    }

    @Test
    void aLongAnswerGoesOutInPartsOfWhichTheFirstMarksTheMessageAsRead() {
        desk.channel().carrying(Accounts.withTextsOf(54));

        advance(Arrivals.fromAna("precios", "parking"));

        List<OutboundMessage> parts = desk.outbound().all();
        assertEquals(List.of(3L, 4L), parts.stream().map(part -> part.id().sequence()).toList());
        assertEquals(
                List.of(true, false),
                parts.stream().map(part -> part.answers().isPresent()).toList());
        assertEquals("Consulta: B/. 40\n\nEs gratis.", parts.get(1).content().text());
    }

    @Test
    void eachMessageIsKeptWithTheRuleThatDecidedOnIt() {
        advance(Arrivals.fromAna("hola", "precios"));

        assertEquals(
                List.of("greets", "answers from the profile"),
                desk.withAna().heard().stream().map(Turn.Heard::rule).toList());
    }

    @Test
    void aFileIsTakenInWhetherItWasSentOrEditedIn() {
        Content.Media photo = Messages.media(MediaKind.IMAGE);
        Content edit = new Content.Edit(new MessageId("before"), photo);
        Arrival arrival = Arrivals.fromAna("hola");
        advance(
                new Arrival(
                        arrival.project(),
                        arrival.account(),
                        arrival.contact(),
                        List.of(Messages.message("sent", photo), Messages.message("edit", edit)),
                        arrival.correlation(),
                        arrival.receivedAt()));

        List<Content> kept =
                desk.withAna().heard().stream().map(heard -> heard.message().content()).toList();
        Filing refused = new Filing.Refused(Filing.Cause.GONE, "no files here");
        assertEquals(
                List.of(
                        photo.with(refused),
                        new Content.Edit(new MessageId("before"), photo.with(refused))),
                kept);
    }

    @Test
    void aHandOverIsTold() {
        Outcome outcome = advance(Arrivals.fromAna("quiero hablar con una persona"));

        assertEquals(
                List.of(new Effect.HandOver(Effect.Reason.CUSTOMER_ASKED)), outcome.handOvers());
    }

    @Test
    void whatTheProviderSaysAboutTheAccountIsKeptAndNobodyIsAnswered() {
        InboundMessage notice =
                Messages.message("n1", new Content.Notice("quality", "the number was flagged"));

        advance(Arrivals.aboutTheAccount(notice));

        Transcript kept =
                desk.conversations()
                        .transcript(
                                Businesses.CLINIC,
                                ConversationId.ofAccount(Businesses.CLINIC, Businesses.ACCOUNT));
        assertEquals(List.of(notice), kept.heard().stream().map(Turn.Heard::message).toList());
        assertEquals(List.of(), desk.outbound().all());
    }

    @Test
    void whenAnotherTurnCameBetweenItIsDecidedAnew() {
        anotherWriterComesBetween(4);

        advance(Arrivals.fromAna("hola"));

        Transcript kept = desk.withAna();
        assertEquals(5, kept.heard().size());
        assertEquals("id of hola", kept.heard().getLast().message().id().value());
        assertEquals(1, desk.outbound().all().size());
        assertEquals(6, desk.outbound().all().getFirst().id().sequence());
    }

    @Test
    void whenOthersNeverLetItItIsTriedAgainLater() {
        anotherWriterComesBetween(5);

        Unavailable e = assertThrows(Unavailable.class, () -> advance(Arrivals.fromAna("hola")));

        assertTrue(
                String.valueOf(e.getMessage())
                        .contains(Arrivals.conversationOf(Arrivals.ANA).value()));
        assertEquals(List.of(), desk.outbound().all());
    }

    @Test
    void aProjectWithoutAProfileIsAnErrorThatNamesIt() {
        Desk empty = Desk.of(new InMemoryDirectory(), new InMemorySecrets());

        IllegalStateException e =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                empty.advanceConversation()
                                        .advance(List.of(Arrivals.fromAna("hola")), NOW));

        assertEquals(
                "project 'clinica' has no profile in the directory: apply its file",
                e.getMessage());
        assertEquals(List.of(), empty.withAna().heard());
    }

    @Test
    void howeverManyWaitTheyAreTakenInTheirOrderAndEachOnce() {
        String[] texts =
                IntStream.rangeClosed(1, 95).mapToObj(i -> "precios " + i).toArray(String[]::new);

        Outcome outcome = advance(Arrivals.fromAna(texts));

        assertEquals(
                List.of(40, 40, 15),
                outcome.turns().stream().map(turn -> turn.inbound().size()).toList());
        assertEquals(
                List.of(texts),
                desk.withAna().heard().stream()
                        .map(heard -> heard.message().content())
                        .map(Content.Text.class::cast)
                        .map(Content.Text::body)
                        .toList());
        assertEquals(desk.withAna().said(), desk.outbound().all());
    }

    private Outcome advance(Arrival... arrivals) {
        return desk.advanceConversation().advance(List.of(arrivals), NOW);
    }

    private static Arrival came(String request, String text) {
        return Arrivals.arrival(
                Optional.of(Arrivals.ANA),
                new CorrelationId(request),
                List.of(Messages.text(text)));
    }

    private void anotherWriterComesBetween(int times) {
        Talk ana = Talk.withAna();
        for (int i = 0; i < times; i++) {
            String message = "from another " + i;
            desk.conversations().interruptOnce(Moment.BEFORE_COMMIT, () -> write(ana, message));
        }
    }

    private void write(Talk talk, String message) {
        Conversation now = desk.conversations().load(talk.project(), talk.id());
        desk.conversations().writeBetween(talk.hearing(now, message));
    }
}
