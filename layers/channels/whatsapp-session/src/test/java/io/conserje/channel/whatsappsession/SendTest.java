package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.SendOutcome;
import io.conserje.model.Contact;
import io.conserje.model.Content.Card;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Cards;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Place;
import io.conserje.model.Outgoing.Say;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import io.conserje.model.Terms.Purpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SendTest {
    private final Session session = new Session();

    @Test
    void aTextIsACommandWordForWord() {
        var message = Desk.to(Desk.ANA, new Say("Hola, ¿qué tal?"));

        SendOutcome outcome = session.send(message);

        String id = Ids.ours(message.id());
        assertEquals(new SendOutcome.Accepted(id), outcome);
        Session.Put put = Desk.only(session.puts);
        assertEquals(
                Desk.json(
                        "{'v':1,'type':'send','id':'"
                                + id
                                + "','ref':'"
                                + message.id()
                                + "','to':{'pn':'50760000001'},'expiresAt':1790086400,"
                                + "'typingMillis':525,'unasked':false,"
                                + "'content':{'kind':'text','text':'Hola, ¿qué tal?'}}"),
                put.command().text());
        assertEquals("50760000001", put.command().group());
        assertEquals(id, put.command().id());
        assertEquals(URI.create(Desk.QUEUE), put.queue());
    }

    @Test
    void theIdIsTheSameInEveryTryAndAnotherForAnother() {
        String id = Ids.ours(Desk.to(Desk.ANA, new Say("a")).id());

        assertTrue(id.matches("3EB0[0-9A-F]{18}"), id);
        assertEquals(id, Ids.ours(Desk.to(Desk.ANA, new Say("b")).id()));
        assertFalse(
                id.equals(
                        Ids.ours(
                                new io.conserje.model.OutboundId(
                                        Desk.to(Desk.ANA, new Say("a")).id().conversation(), 8))));
    }

    @Test
    void whoHidesThePhoneIsReachedByTheirOwnNumber() {
        session.send(Desk.to(contact(Optional.of("lid:900000000001"), Optional.empty()), say()));

        assertEquals(Desk.tree("{'lid':'900000000001'}"), session.body().path("to"));
        assertEquals("lid:900000000001", Desk.only(session.puts).command().group());
    }

    @Test
    void whoIsKnownByBothIsNamedByBoth() {
        session.send(
                Desk.to(
                        contact(Optional.of("lid:900000000001"), Optional.of("50760000001")),
                        say()));

        assertEquals(
                Desk.tree("{'pn':'50760000001','lid':'900000000001'}"), session.body().path("to"));
    }

    @Test
    void whoIsNoNumberOfWhatsAppsIsRejectedBeforeTheCall() {
        assertEquals(
                new SendOutcome.Rejected("the contact is no number of WhatsApp's"),
                session.send(Desk.to(contact(Optional.of("PA.12345"), Optional.empty()), say())));
        assertEquals(List.of(), session.puts);
    }

    @ParameterizedTest
    @CsvSource({"1, 400", "11, 400", "12, 420", "100, 3500", "115, 4000", "4096, 4000"})
    void typingIsShownAsLongAsSomebodyWouldType(int characters, long millis) {
        session.send(Desk.to(Desk.ANA, new Say("a".repeat(characters))));

        assertEquals(millis, session.body().path("typingMillis").longValue());
    }

    @ParameterizedTest
    @CsvSource({"PT10M, 1790000600", "PT24H, 1790086400", "PT72H, 1790086400", "-PT1M, 1789999940"})
    void aMessageExpiresAsItsTermsSayOrInADay(Duration after, long expires) {
        session.send(Desk.to(Desk.ANA, say(), terms(Purpose.ANSWER, Desk.SENT_AT.plus(after))));

        assertEquals(expires, session.body().path("expiresAt").longValue());
    }

    @ParameterizedTest
    @EnumSource
    void whatWeBeginIsUnasked(Purpose purpose) {
        session.send(
                Desk.to(
                        Desk.ANA,
                        say(),
                        new Terms(purpose, Optional.empty(), Optional.empty(), Optional.empty())));

        assertEquals(
                purpose == Purpose.NOTICE || purpose == Purpose.MARKETING,
                session.body().path("unasked").booleanValue());
        assertEquals(1_790_086_400L, session.body().path("expiresAt").longValue());
    }

    @Test
    void aPlaceHasAnAddressWhereThereIsOne() {
        session.send(
                Desk.to(Desk.ANA, new Place(8.9824, -79.5199, "Clínica", Optional.of("Calle 50"))));

        assertEquals(
                Desk.tree(
                        "{'kind':'location','latitude':8.9824,'longitude':-79.5199,'name':'Clínica',"
                                + "'address':'Calle 50'}"),
                session.content());
    }

    @Test
    void aPlaceWithoutOneHasNone() {
        session.send(Desk.to(Desk.ANA, new Place(8.5, -79.5, "Clínica", Optional.empty())));

        assertTrue(session.content().path("address").isMissingNode());
    }

    @Test
    void aCardIsAContact() {
        session.send(
                Desk.to(
                        Desk.ANA,
                        new Cards(List.of(new Card("Eva Sanz", List.of("+50760000002"))))));

        assertEquals(
                Desk.tree("{'kind':'contact','name':'Eva Sanz','phone':'+50760000002'}"),
                session.content());
    }

    @Test
    void severalCardsAreOneMessageOfLines() {
        session.send(
                Desk.to(
                        Desk.ANA,
                        new Cards(
                                List.of(
                                        new Card("Eva", List.of("+1", "+2")),
                                        new Card("Pau", List.of())))));

        assertEquals(Desk.tree("{'kind':'text','text':'Eva: +1, +2\\nPau'}"), session.content());
    }

    @Test
    void whatASessionCannotSayIsRejectedBeforeTheCall() {
        SendOutcome asked =
                session.send(
                        Desk.to(Desk.ANA, new Ask("¿?", "Ver", List.of(new Option("a", "A")))));
        SendOutcome templated =
                session.send(
                        Desk.to(
                                Desk.ANA,
                                new Outgoing.Templated(
                                        new TemplateUse("cita", "es", Map.of(), List.of()),
                                        "Mañana")));

        assertTrue(((SendOutcome.Rejected) asked).reason().contains("no buttons"));
        assertTrue(((SendOutcome.Rejected) templated).reason().contains("'cita'"));
        assertEquals(List.of(), session.puts);
    }

    @Test
    void aMissingQueueIsTheCallersMistakeAndNamed() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                Desk.channel(session)
                                        .send(
                                                Desk.to(Desk.ANA, say()),
                                                session.store("https://bucket.example/"),
                                                Desk.account(),
                                                Desk.secrets()));

        assertTrue(String.valueOf(error.getMessage()).contains("'commands-queue'"));
    }

    private static Say say() {
        return new Say("Hola");
    }

    private static Terms terms(Purpose purpose, Instant expires) {
        return new Terms(purpose, Optional.empty(), Optional.of(expires), Optional.empty());
    }

    private static Contact contact(Optional<String> userId, Optional<String> phone) {
        return new Contact(userId, phone, Optional.empty(), Optional.empty());
    }
}
