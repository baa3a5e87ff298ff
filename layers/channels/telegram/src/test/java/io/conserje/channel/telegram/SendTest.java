package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Contact;
import io.conserje.model.Content.Card;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Cards;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Place;
import io.conserje.model.Outgoing.Say;
import io.conserje.model.TemplateUse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTest {
    private static final Contact GROUP = Desk.contact("-1001293752024", "Ana", "ana_g");
    private static final Contact TOPIC = Desk.contact("-1001293752024/12", "Ana", "ana_g");

    private Telegram telegram;

    @BeforeEach
    void open() throws IOException {
        telegram = new Telegram();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void aTextIsAcceptedUnderTheChatsAndTheMessagesNumber() throws Exception {
        SendOutcome outcome = telegram.send(Desk.ANA, new Say("Hola, *¿qué tal?*"));

        assertEquals(new SendOutcome.Accepted("6962620676:501"), outcome);
        Telegram.Call call = Desk.only(telegram.calls);
        assertEquals("/bot" + Desk.TOKEN + "/sendMessage", call.path());
        assertEquals("application/json", call.type());
        assertEquals(
                json(
                        "{'chat_id':6962620676,'text':'Hola, *¿qué tal?*',"
                                + "'link_preview_options':{'is_disabled':true}}"),
                call.body());
    }

    @Test
    void aPrivateAnswerQuotesNothing() throws Exception {
        telegram.send(Desk.ANA, new Say("Hola"), Optional.of(new MessageId("6962620676:154")));

        assertTrue(body().path("reply_parameters").isMissingNode());
    }

    @Test
    void inAGroupTheMessageThatIsAnsweredIsQuoted() throws Exception {
        telegram.send(GROUP, new Say("Hola"), Optional.of(new MessageId("-1001293752024:35410")));

        assertEquals(
                json("{'message_id':35410,'allow_sending_without_reply':true}"),
                body().path("reply_parameters"));
    }

    @ParameterizedTest
    @CsvSource({"-599075523:16", "callback:77:-1001293752024", "update:7"})
    void whatIsNoMessageOfThatGroupIsNotQuoted(String answered) throws Exception {
        telegram.send(GROUP, new Say("Hola"), Optional.of(new MessageId(answered)));

        assertTrue(body().path("reply_parameters").isMissingNode());
    }

    @Test
    void inAForumTheAnswerGoesToItsTopic() throws Exception {
        telegram.send(TOPIC, new Say("Hola"));

        assertEquals(
                json(
                        "{'chat_id':-1001293752024,'message_thread_id':12,'text':'Hola',"
                                + "'link_preview_options':{'is_disabled':true}}"),
                body());
    }

    @Test
    void optionsAreButtonsUnderTheQuestion() throws Exception {
        telegram.send(
                Desk.ANA,
                new Ask(
                        "¿A qué hora?",
                        "Ver horas",
                        List.of(new Option("slot-1", "A la 1"), new Option("slot-2", "A las 2"))));

        assertEquals(
                json(
                        "{'chat_id':6962620676,'text':'¿A qué hora?','link_preview_options':"
                                + "{'is_disabled':true},'reply_markup':{'inline_keyboard':[["
                                + "{'text':'A la 1','callback_data':'slot-1'},"
                                + "{'text':'A las 2','callback_data':'slot-2'}]]}}"),
                body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sí,No; 2",
                "1,2,3; 3",
                "1,2,3,4; 2 2",
                "1,2,3,4,5; 3 2",
                "Hacer una reserva,Precios; 2",
                "Hacer una reserva,Precios,Cómo llegar; 2 1",
                "Hablar con una persona,Sí; 1 1",
            })
    void shortTitlesShareARow(String titles, String rows) throws Exception {
        telegram.send(
                Desk.ANA,
                new Ask(
                        "a",
                        "b",
                        Arrays.stream(titles.split(",", -1))
                                .map(title -> new Option(title, title))
                                .toList()));

        assertEquals(
                rows,
                String.join(
                        " ",
                        body().path("reply_markup")
                                .path("inline_keyboard")
                                .valueStream()
                                .map(row -> "" + row.size())
                                .toList()));
    }

    @Test
    void aPlaceWithAnAddressIsAVenue() throws Exception {
        telegram.send(
                Desk.ANA, new Place(40.4168, -3.7038, "Clínica", Optional.of("Calle Mayor 1")));

        assertEquals("sendVenue", Desk.only(telegram.calls).method());
        assertEquals(
                json(
                        "{'chat_id':6962620676,'latitude':40.4168,'longitude':-3.7038,"
                                + "'title':'Clínica','address':'Calle Mayor 1'}"),
                body());
    }

    @Test
    void aPlaceWithoutOneIsABarePoint() throws Exception {
        telegram.send(Desk.ANA, new Place(40.5, -3.5, "Clínica", Optional.empty()));

        assertEquals("sendLocation", Desk.only(telegram.calls).method());
        assertEquals(json("{'chat_id':6962620676,'latitude':40.5,'longitude':-3.5}"), body());
    }

    @Test
    void aCardIsAContact() throws Exception {
        telegram.send(Desk.ANA, new Cards(List.of(new Card("Eva Sanz", List.of("+34600111222")))));

        assertEquals("sendContact", Desk.only(telegram.calls).method());
        assertEquals(
                json(
                        "{'chat_id':6962620676,'phone_number':'+34600111222','first_name':'Eva Sanz'}"),
                body());
    }

    @Test
    void severalCardsAreOneMessageOfLines() throws Exception {
        telegram.send(
                Desk.ANA,
                new Cards(
                        List.of(
                                new Card("Eva", List.of("+341", "+342")),
                                new Card("Pau", List.of()))));

        assertEquals("sendMessage", Desk.only(telegram.calls).method());
        assertEquals("Eva: +341, +342\nPau", body().path("text").asText());
    }

    @Test
    void aTemplateIsRejectedBeforeTheCall() {
        SendOutcome outcome =
                telegram.send(
                        Desk.ANA,
                        new Outgoing.Templated(
                                new TemplateUse("recordatorio", "es", Map.of(), List.of()),
                                "Mañana"));

        assertTrue(((SendOutcome.Rejected) outcome).reason().contains("'recordatorio'"));
        assertEquals(List.of(), telegram.calls);
    }

    @Test
    void whoIsNoChatOfTelegramsIsRejectedBeforeTheCall() {
        assertEquals(
                new SendOutcome.Rejected("the contact is no chat of Telegram's"),
                telegram.send(Contact.ofPhone("34600111222"), new Say("Hola")));
        assertEquals(
                new SendOutcome.Rejected("the contact is no chat of Telegram's"),
                telegram.send(Desk.contact("12/x", "a", "b"), new Say("Hola")));
        assertEquals(List.of(), telegram.calls);
    }

    @Test
    void aMissingSecretIsTheCallersMistake() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        new TelegramChannel()
                                .send(
                                        Desk.to(Desk.ANA, new Say("Hola"), Optional.empty()),
                                        file -> {
                                            throw new IOException("none");
                                        },
                                        telegram.account(),
                                        Desk.secrets()));
    }

    private JsonNode body() throws IOException {
        return Desk.only(telegram.calls).body();
    }

    private static JsonNode json(String singleQuoted) throws Exception {
        return new ObjectMapper().readTree(Desk.json(singleQuoted));
    }
}
