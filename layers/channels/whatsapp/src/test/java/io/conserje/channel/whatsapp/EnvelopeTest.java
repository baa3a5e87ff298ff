package io.conserje.channel.whatsapp;

import static io.conserje.channel.whatsapp.Desk.change;
import static io.conserje.channel.whatsapp.Desk.envelope;
import static io.conserje.channel.whatsapp.Desk.messages;
import static io.conserje.channel.whatsapp.Desk.normalise;
import static io.conserje.channel.whatsapp.Desk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.model.Account;
import io.conserje.model.Content;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void everyMessageOfEveryChangeOfEveryEntryInOrder() throws Exception {
        String body =
                "{'object':'whatsapp_business_account','entry':["
                        + "{'id':'1','changes':["
                        + change(messages(text("a", "1"), text("b", "2")))
                        + ","
                        + change(messages(text("c", "3")))
                        + "]},{'id':'2','changes':["
                        + change(messages(text("d", "4")))
                        + "]}]}";

        assertEquals(List.of("a", "b", "c", "d"), ids(normalise(body)));
    }

    @Test
    void messagesStatusesAndErrorsOfOneValue() throws Exception {
        String value =
                messages(text("a", "1"))
                        + ",'statuses':[{'id':'wamid.O','status':'sent','timestamp':'1'}]"
                        + ",'errors':[{'code':131000,'title':'Something went wrong'}]";

        List<Normalised> told = normalise(envelope(change(value)));

        assertInstanceOf(Normalised.FromContact.class, told.get(0));
        assertInstanceOf(Normalised.AboutMessage.class, told.get(1));
        assertEquals(
                new Content.Unsupported(
                        "errors", Desk.json("{'code':131000,'title':'Something went wrong'}")),
                Desk.keptOnAccount(told.get(2)));
    }

    @Test
    void aMessageThatCameTwiceIsToldOnce() throws Exception {
        String body =
                envelope(
                        change(messages(text("a", "first"), text("b", "2"), text("a", "again"))),
                        change(messages(text("b", "2"))));

        List<Normalised> told = normalise(body);

        assertEquals(List.of("a", "b"), ids(told));
        assertEquals(
                new Content.Text("first"), Desk.fromAnaIn(told).getFirst().message().content());
    }

    @Test
    void aMessageToAnotherNumberIsNotedOnTheAccountWithWhoItWasFor() throws Exception {
        Account other = new Account(Desk.PROJECT, Desk.REF, Map.of("phone-number-id", "999"));
        String body = Desk.json(envelope(change(messages(text("a", "1"), text("b", "2")))));

        List<Normalised> told = new WhatsAppChannel().normalise(Desk.webhook(body), other);

        assertEquals(2, told.size());
        Content.Unsupported kept = Desk.keptOnAccount(told.getFirst());
        assertEquals("foreign_number", kept.kind());
        assertTrue(kept.raw().contains(Desk.NUMBER));
        assertTrue(kept.raw().contains("\"id\":\"a\""));
    }

    @Test
    void anAccountWithoutANumberAnswersAll() throws Exception {
        Account any = new Account(Desk.PROJECT, Desk.REF, Map.of());
        String body = Desk.json(envelope(change(messages(text("a", "1")))));

        assertEquals(List.of("a"), ids(new WhatsAppChannel().normalise(Desk.webhook(body), any)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{", "[]", "null"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThrows(MalformedWebhook.class, () -> normalise(body));
    }

    private static List<String> ids(List<Normalised> told) {
        return Desk.fromAnaIn(told).stream().map(from -> from.message().id().value()).toList();
    }
}
