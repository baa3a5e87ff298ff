package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NothingIsDroppedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "hologramMessage; 'hologramMessage':{'depth':3}",
                "pollCreationMessageV3; 'pollCreationMessageV3':{'name':'¿?'}",
                "orderMessage; 'orderMessage':{'orderId':'1'}",
                "imageMessage; 'imageMessage':{'mimetype':'image/jpeg','mediaKey':'a'}",
                "imageMessage; 'imageMessage':{'url':'https://mmg.whatsapp.net/a'}",
                "locationMessage; 'locationMessage':{'degreesLatitude':'NaN','degreesLongitude':1}",
                "contactsArrayMessage; 'contactsArrayMessage':{'contacts':[{'vcard':'FN:a'},{}]}",
                "reactionMessage; 'reactionMessage':{'text':'a'}",
                "listResponseMessage; 'listResponseMessage':{'title':'a'}",
                "protocolMessage; 'protocolMessage':{'type':'HISTORY_SYNC_NOTIFICATION'}",
                "protocolMessage; 'protocolMessage':{'key':{'id':'1'},'type':'MESSAGE_EDIT'}",
                "conversation; 'conversation':''",
                "viewOnceMessage; 'viewOnceMessage':{}",
                "unknown; 'messageContextInfo':{}",
                "unknown; 'conversation':null",
            })
    void whatWeHaveNoWordForIsKeptWhole(String kind, String message) throws Exception {
        var kept = assertInstanceOf(Content.Unsupported.class, Desk.contentOf(message));

        assertEquals(kind, kept.kind());
        assertEquals(Desk.tree(Desk.fromAna(message)), Desk.tree(kept.raw()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id':'3A01',", "'t':1790000000,"})
    void aMessageWithoutItsNameOrItsTimeIsKeptWhole(String field) throws Exception {
        String body = Desk.fromAna("'conversation':'hola'").replace(field, "");

        InboundMessage message = Desk.message(Desk.told(body));

        assertEquals("conversation", ((Content.Unsupported) message.content()).kind());
        assertEquals(message, Desk.message(Desk.told(body)));
    }

    @Test
    void whoeverRepeatsAMessageWithoutANameItIsTheSame() throws Exception {
        String body = Desk.fromAna("'conversation':'hola'").replace("'id':'3A01',", "");

        assertEquals(
                Desk.message(Desk.told(body)).id(),
                Desk.message(
                                Desk.told(
                                        body.replace("'fence':7", "'fence':8")
                                                .replace("'offline':true", "'offline':false")))
                        .id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'kind':'group','group':'1203@g.us','pn':'50760000001'; group",
                "'kind':'status','pn':'50760000001'; status",
                "'kind':'newsletter'; channel",
                "'kind':'other','jid':'0@broadcast'; no person",
            })
    void whatConcernsNobodyHereIsPassedOver(String chat, String why) throws Exception {
        Normalised told = Desk.told(Desk.from("'chat':{" + chat + "}", "'conversation':'secreto'"));

        String said = ((Normalised.PassedOver) told).why();
        assertTrue(said.contains(why) && !said.contains("secreto"), said);
    }

    @Test
    void whatTheOwnerWritesByHandIsPassedOver() throws Exception {
        Normalised told =
                Desk.told(
                        Desk.fromAna("'conversation':'ya le llamo'")
                                .replace("'v':1", "'v':1,'fromMe':true"));

        assertTrue(((Normalised.PassedOver) told).why().contains("by hand"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'chat':{'kind':'person'}",
                "'chat':{'kind':'person','pn':'+507 6000'}",
                "'chat':{'kind':'hologram','pn':'50760000001'}",
                "'chat':'50760000001'",
                "'chats':{}",
            })
    void aMessageOfNobodyIsNotedOnTheAccount(String chat) throws Exception {
        String body = Desk.from(chat, "'conversation':'hola'");

        Content.Unsupported kept = Desk.keptOnAccount(Desk.told(body));

        assertEquals("message", kept.kind());
        assertEquals(Desk.tree(body), Desk.tree(kept.raw()));
    }

    @Test
    void anotherSessionsMessageIsNotedOnTheAccount() throws Exception {
        String body =
                Desk.fromAna("'conversation':'hola'")
                        .replace("'session':'front'", "'session':'back'");

        assertEquals("message", Desk.keptOnAccount(Desk.told(body)).kind());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'type':'hologram', hologram", "'typo':1, unknown"})
    void anUnknownTypeIsNotedOnTheAccount(String type, String kind) throws Exception {
        Normalised told = Desk.told("{'v':2," + type + ",'t':1790000000}");

        assertEquals(kind, Desk.keptOnAccount(told).kind());
        assertEquals(Desk.SENT_AT, ((Normalised.AboutAccount) told).message().sentAt());
    }

    @Test
    void oneWithoutATimeIsOfTheBeginningOfTime() throws Exception {
        Normalised told = Desk.told("{'v':1,'type':'hologram'}");

        assertEquals(Instant.EPOCH, ((Normalised.AboutAccount) told).message().sentAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "hola", "{", "{} {}", "7"})
    void whatIsNoObjectIsMalformed(String body) {
        assertThrows(MalformedWebhook.class, () -> Desk.normalise(body.getBytes(UTF_8)));
    }
}
