package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.Contact;
import io.conserje.model.Outgoing.Say;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendTest {
    private static final Contact BY_USER_ID =
            new Contact(
                    Optional.of("ES.13491208655302741918"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private Graph graph;

    @BeforeEach
    void open() throws IOException {
        graph = new Graph();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void aTextIsAcceptedUnderMetasId() throws Exception {
        SendOutcome outcome = graph.send(Desk.ANA, new Say("Hola, ¿qué tal?"));

        assertEquals(new SendOutcome.Accepted("wamid.OUT"), outcome);
        Graph.Call call = Desk.only(graph.calls);
        assertEquals("POST", call.method());
        assertEquals("/v24.0/" + Desk.NUMBER + "/messages", call.path());
        assertEquals("Bearer " + Desk.TOKEN, call.header("Authorization"));
        assertEquals("application/json", call.header("Content-type"));
        assertEquals(
                json(
                        "{'messaging_product':'whatsapp','recipient_type':'individual','to':'34600111222',"
                                + "'biz_opaque_callback_data':'"
                                + Desk.OUR_ID
                                + "','type':'text','text':{'body':'Hola, ¿qué tal?','preview_url':false}}"),
                call.body());
    }

    @Test
    void whoHasNoPhoneIsAddressedByUserId() {
        graph.answers(
                200,
                "{'contacts':[{'input':'ES.1','wa_id':'','user_id':'ES.1'}],'messages':[{'id':'w'}]}");

        SendOutcome outcome = graph.send(BY_USER_ID, new Say("Hola"));

        JsonNode body = Desk.only(graph.calls).body();
        assertEquals(new SendOutcome.Accepted("w"), outcome);
        assertEquals("ES.13491208655302741918", body.path("recipient").asText());
        assertTrue(body.path("to").isMissingNode());
    }

    @Test
    void whoHasBothIsAddressedByPhone() {
        Contact both =
                new Contact(
                        BY_USER_ID.userId(), Desk.ANA.phone(), Optional.empty(), Optional.empty());

        graph.send(both, new Say("Hola"));

        JsonNode body = Desk.only(graph.calls).body();
        assertEquals("34600111222", body.path("to").asText());
        assertTrue(body.path("recipient").isMissingNode());
    }

    @Test
    void upToThreeOptionsAreButtons() throws Exception {
        graph.send(Desk.ANA, Desk.ask(2));

        assertEquals(
                json(
                        "{'type':'button','body':{'text':'¿A qué hora?'},'action':{'buttons':["
                                + "{'type':'reply','reply':{'id':'slot-1','title':'A las 1'}},"
                                + "{'type':'reply','reply':{'id':'slot-2','title':'A las 2'}}]}}"),
                Desk.only(graph.calls).body().path("interactive"));
    }

    @Test
    void moreOptionsAreAList() throws Exception {
        graph.send(Desk.ANA, Desk.ask(4));

        assertEquals(
                json(
                        "{'type':'list','body':{'text':'¿A qué hora?'},'action':{'button':'Ver horas',"
                                + "'sections':[{'rows':[{'id':'slot-1','title':'A las 1'},"
                                + "{'id':'slot-2','title':'A las 2'},{'id':'slot-3','title':'A las 3'},"
                                + "{'id':'slot-4','title':'A las 4'}]}]}}"),
                Desk.only(graph.calls).body().path("interactive"));
    }

    @Test
    void anAccountWithoutItsNumberIsTheCallersMistake() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new WhatsAppChannel()
                                        .send(
                                                Desk.to(Desk.ANA, new Say("Hola")),
                                                Desk.NO_FILES,
                                                new Account(Desk.PROJECT, Desk.REF, Map.of()),
                                                Desk.secrets("access-token", Desk.TOKEN)));

        assertTrue(String.valueOf(error.getMessage()).contains("phone-number-id"));
    }

    private static JsonNode json(String singleQuoted) throws Exception {
        return new ObjectMapper().readTree(Desk.json(singleQuoted));
    }
}
