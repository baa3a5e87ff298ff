package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.whatsappsession.Commands.InDoubt;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgeTest {
    private final Session session = new Session();

    @Test
    void readingAndTypingAreOneCommandWordForWord() throws Exception {
        acknowledge(Desk.message(Desk.told(Desk.fromAna("'conversation':'a'"))).id(), Desk.ACCOUNT);

        Session.Put put = Desk.only(session.puts);
        assertEquals(
                Desk.json(
                        "{'v':1,'type':'read','id':'3A01','to':{'pn':'50760000001'},'typing':true}"),
                put.command().text());
        assertEquals("50760000001", put.command().group());
        assertEquals("3A01", put.command().id());
    }

    @Test
    void whoHidesThePhoneIsNamedByTheirOwnNumber() {
        acknowledge(new MessageId("lid:900000000001:3A:01"), Desk.ACCOUNT);

        assertEquals(Desk.tree("{'lid':'900000000001'}"), session.body().path("to"));
        assertEquals("3A:01", session.body().path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3EB0AABBCCDDEEFF001122", "callback:7", "x", "50760000001:", ":3A"})
    void whatIsNoMessageOfACustomersIsLeft(String id) {
        acknowledge(new MessageId(id), Desk.ACCOUNT);

        assertEquals(List.of(), session.puts);
    }

    @Test
    void itIsTriedOnceAndNothingIsToldOfIt() {
        session.answering(new InDoubt("a"));

        acknowledge(new MessageId("50760000001:3A01"), Desk.ACCOUNT);

        assertEquals(1, session.puts.size());
    }

    @Test
    void whatIsMissingTheSendingNames() {
        acknowledge(new MessageId("50760000001:3A01"), Desk.account());
        acknowledge(
                new MessageId("50760000001:3A01"), Desk.account("commands-queue", "no address"));

        assertEquals(List.of(), session.puts);
    }

    private void acknowledge(MessageId message, Account account) {
        Desk.channel(session).acknowledge(message, account, Desk.secrets());
    }
}
