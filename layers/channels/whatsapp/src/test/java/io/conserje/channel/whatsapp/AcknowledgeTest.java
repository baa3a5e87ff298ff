package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import org.junit.jupiter.api.Test;

class AcknowledgeTest {

    @Test
    void readingAndTypingAreShownInOneCall() throws Exception {
        try (Graph graph = new Graph()) {
            graph.answers(200, "{'success':true}");

            acknowledge(graph.account());

            assertEquals(
                    new ObjectMapper()
                            .readTree(
                                    Desk.json(
                                            "{'messaging_product':'whatsapp','status':'read','message_id':"
                                                    + "'wamid.1','typing_indicator':{'type':'text'}}")),
                    Desk.only(graph.calls).body());
        }
    }

    @Test
    void aRefusalIsNobodysConcern() throws Exception {
        try (Graph graph = new Graph()) {
            graph.answers(400, "{'error':{'code':100,'message':'too old'}}");

            assertDoesNotThrow(() -> acknowledge(graph.account()));
        }
    }

    @Test
    void aLostConnectionIsNobodysConcern() throws Exception {
        try (Graph graph = new Graph()) {
            graph.answers(HttpExchange::close);

            assertDoesNotThrow(() -> acknowledge(graph.account()));
        }
        assertDoesNotThrow(() -> acknowledge(Graph.accountAt("http://graph.invalid")));
    }

    private static void acknowledge(Account account) {
        new WhatsAppChannel()
                .acknowledge(
                        new MessageId("wamid.1"),
                        account,
                        Desk.secrets("access-token", Desk.TOKEN));
    }
}
