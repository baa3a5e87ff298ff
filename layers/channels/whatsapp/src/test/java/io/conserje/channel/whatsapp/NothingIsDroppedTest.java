package io.conserje.channel.whatsapp;

import static io.conserje.channel.whatsapp.Desk.change;
import static io.conserje.channel.whatsapp.Desk.envelope;
import static io.conserje.channel.whatsapp.Desk.messages;
import static io.conserje.channel.whatsapp.Desk.normalise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Normalised;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we do not understand is kept whole: with its contact if it has one, else on the account. */
class NothingIsDroppedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'hologram','hologram':{'id':'1'}",
                "'type':'unsupported','errors':[{'code':131051,'title':'Message type unknown'}]",
                "'type':'unsupported','unsupported':{'type':'poll'}",
                "'type':'text'",
                "'type':'text','text':'Hola'",
                "'type':'text','text':{'body':['Hola']}",
                "'type':'text','text':{'body':''}",
                "'type':'image','image':{'mime_type':'image/jpeg'}",
                "'type':'location','location':{'latitude':'north','longitude':1}",
                "'type':'location','location':{'latitude':1e999,'longitude':1}",
                "'type':'contacts','contacts':[]",
                "'type':'contacts','contacts':[{'name':{'formatted_name':'Eva'}},7]",
                "'type':'contacts','contacts':{'name':'Eva'}",
                "'type':'interactive','interactive':{'type':'call_permission_reply'}",
                "'type':'interactive','interactive':{'type':'button_reply'}",
                "'type':'interactive','interactive':[]",
                "'type':'button','button':{}",
                "'type':'reaction','reaction':{'emoji':'x'}",
                "'type':'order','order':{'catalog_id':'1','product_items':[{'quantity':1}]}",
                "'type':'order','order':{'catalog_id':'1'}",
                "'type':'system','system':{'type':'user_changed_number'}",
                "'type':'edit','edit':{'original_message_id':'wamid.8'}",
                "'type':'edit','edit':{'message':{'type':'text','text':{'body':'a'}}}",
                "'type':'edit','edit':{'original_message_id':'wamid.8','message':{'type':'edit','edit':"
                        + "{'original_message_id':'w','message':{'type':'text','text':{'body':'a'}}}}}",
                "'type':'revoke','revoke':{}",
                "'type':7",
                "'type':null",
                "'type':{'a':1}",
                "'kind':'text'",
            })
    void aMessageInAnOddShapeStaysWithItsContact(String fields) throws Exception {
        String message = Desk.fromAna("wamid.1", fields);

        var told = Desk.only(Desk.fromAnaIn(normalise(envelope(change(messages(message))))));

        assertEquals(Desk.ANA, told.contact());
        assertEquals("wamid.1", told.message().id().value());
        assertInstanceOf(Content.Unsupported.class, told.message().content());
    }

    @Test
    void theMessageIsKeptAsItCameUnderTheProvidersWord() throws Exception {
        String fields = "'type':'hologram','hologram':{'price':12.50,'text':'año'}";

        Content content = Desk.contentOf(fields);

        assertEquals(
                new Content.Unsupported("hologram", Desk.json(Desk.fromAna("wamid.1", fields))),
                content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'timestamp':'soon',",
                "'timestamp':-1,",
                "'timestamp':1760000000000,",
                "'timestamp':17.5,",
                "'timestamp':null,",
                "'timestamp':[],"
            })
    void aMessageWithoutATimeIsKept(String timestamp) throws Exception {
        String message =
                "{'from':'34600111222','id':'a',"
                        + timestamp
                        + "'type':'text','text':{'body':'Hola'}}";

        var told = Desk.only(Desk.fromAnaIn(normalise(envelope(change(messages(message))))));

        assertEquals(
                InboundMessage.of(
                        told.message().id(),
                        Instant.EPOCH,
                        new Content.Unsupported("text", Desk.json(message))),
                told.message());
    }

    @Test
    void aMessageWithoutAnIdIsKeptUnderADigest() throws Exception {
        String message =
                "{'from':'34600111222','timestamp':'1','type':'text','text':{'body':'Hola'}}";

        var told = Desk.only(Desk.fromAnaIn(normalise(envelope(change(messages(message))))));

        assertTrue(told.message().id().value().matches("[0-9a-f]{64}"));
        assertEquals(new Content.Unsupported("text", Desk.json(message)), told.message().content());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'messages':[{'id':'a','timestamp':'1','type':'text','text':{'body':'x'}}]; text",
                "'messages':[7]; unknown",
                "'messages':[null]; unknown",
                "'messages':{'id':'a'}; messages",
                "'statuses':'none'; statuses",
                "'statuses':[{'id':'a','status':'deleted','timestamp':'1'}]; deleted",
                "'statuses':[{'status':'sent','timestamp':'1'}]; sent",
                "'statuses':[{'id':'a','status':'sent'}]; sent",
                "'statuses':[[]]; unknown",
                "'errors':{'code':1}; errors",
                "'messages':[]; messages",
                "'message_echoes':[{'id':'a'}]; messages",
            })
    void whatNamesNoContactIsKeptOnTheAccount(String value, String kind) throws Exception {
        Normalised told = Desk.only(normalise(envelope(change(value))));

        assertEquals(kind, Desk.keptOnAccount(told).kind());
    }

    @Test
    void anotherFieldIsKeptUnderItsNameWithTheEntrysIdAndTime() throws Exception {
        String body =
                "{'object':'whatsapp_business_account','entry':[{'id':'1','time':1641330498,'changes':["
                        + "{'value':{'event':'ACCOUNT_RESTRICTION'},'field':'account_update'}]}]}";

        Normalised told = Desk.only(normalise(body));

        assertEquals(
                new Content.Unsupported(
                        "account_update",
                        Desk.json(
                                "{'id':'1','time':1641330498,'changes':["
                                        + "{'value':{'event':'ACCOUNT_RESTRICTION'},'field':'account_update'}]}")),
                Desk.keptOnAccount(told));
        assertEquals(
                Instant.ofEpochSecond(1_641_330_498),
                ((Normalised.AboutAccount) told).message().sentAt());
    }

    @Test
    void theSameNoticeADayLaterIsAnotherOne() throws Exception {
        String body = "{'entry':[{'time':%d,'changes':[{'value':{},'field':'security'}]}]}";

        assertNotEquals(
                accountId(normalise(body.formatted(1))),
                accountId(normalise(body.formatted(86_401))));
        assertEquals(
                accountId(normalise(body.formatted(1))), accountId(normalise(body.formatted(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'a':1}",
                "{'object':'page','entry':[]}",
                "{'object':'whatsapp_business_account'}",
                "{'object':'whatsapp_business_account','entry':[]}",
                "{'object':'whatsapp_business_account','entry':{}}",
                "{'object':'whatsapp_business_account','entry':[7]}",
                "{'object':'whatsapp_business_account','entry':[null]}",
                "{'object':'whatsapp_business_account','entry':[{'changes':7}]}",
                "{'object':'whatsapp_business_account','entry':[{'changes':[]}]}",
                "{'object':'whatsapp_business_account','entry':[{'changes':[[]]}]}",
                "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages'}]}]}",
                "{'object':'whatsapp_business_account','entry':[{'changes':[{'value':{}}]}]}",
            })
    void aStrangeEnvelopeIsKeptOnTheAccount(String body) throws Exception {
        List<Normalised> told = normalise(body);

        assertFalse(Desk.keptOnAccount(Desk.only(told)).raw().isEmpty());
    }

    private static String accountId(List<Normalised> told) {
        return ((Normalised.AboutAccount) Desk.only(told)).message().id().value();
    }
}
