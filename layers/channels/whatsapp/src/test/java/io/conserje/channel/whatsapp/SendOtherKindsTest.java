package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Content.Card;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Cards;
import io.conserje.model.Outgoing.Place;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.TemplateUse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places, contact cards and templates. */
class SendOtherKindsTest {
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
    void aPlaceOnTheMap() {
        assertSent(
                new Place(40.4168, -3.7038, "Clínica Sol", Optional.of("Puerta del Sol, 1")),
                "location",
                "{'latitude':40.4168,'longitude':-3.7038,'name':'Clínica Sol',"
                        + "'address':'Puerta del Sol, 1'}");
    }

    @Test
    void aPlaceWithoutAnAddress() {
        assertSent(
                new Place(12, 0, "Sol", Optional.empty()),
                "location",
                "{'latitude':12.0,'longitude':0.0,'name':'Sol'}");
    }

    @Test
    void contactCards() {
        assertSent(
                new Cards(
                        List.of(
                                new Card(
                                        "Dra. Ruiz", List.of("+34 910 000 000", "+34 910 000 001")),
                                new Card("Eva", List.of()))),
                "contacts",
                "[{'name':{'formatted_name':'Dra. Ruiz','first_name':'Dra. Ruiz'},'phones':"
                        + "[{'phone':'+34 910 000 000'},{'phone':'+34 910 000 001'}]},"
                        + "{'name':{'formatted_name':'Eva','first_name':'Eva'},'phones':[]}]");
    }

    @Test
    void aTemplateWithNamedValuesAndButtons() {
        assertSent(
                template(Map.of("nombre", "Ana", "dia", "el lunes"), List.of("yes-7", "no-7")),
                "template",
                "{'name':'recordatorio','language':{'code':'es'},'components':["
                        + "{'type':'body','parameters':["
                        + "{'type':'text','parameter_name':'dia','text':'el lunes'},"
                        + "{'type':'text','parameter_name':'nombre','text':'Ana'}]},"
                        + "{'type':'button','sub_type':'quick_reply','index':'0','parameters':"
                        + "[{'type':'payload','payload':'yes-7'}]},"
                        + "{'type':'button','sub_type':'quick_reply','index':'1','parameters':"
                        + "[{'type':'payload','payload':'no-7'}]}]}");
    }

    @Test
    void aTemplateWithNumberedValuesGivesThemInTheirOrder() {
        assertSent(
                template(Map.of("10", "j", "2", "b", "1", "a"), List.of()),
                "template",
                "{'name':'recordatorio','language':{'code':'es'},'components':["
                        + "{'type':'body','parameters':[{'type':'text','text':'a'},"
                        + "{'type':'text','text':'b'},{'type':'text','text':'j'}]}]}");
    }

    @Test
    void aTemplateWithoutAnythingToFillIn() {
        assertSent(
                template(Map.of(), List.of()),
                "template",
                "{'name':'recordatorio','language':{'code':'es'},'components':[]}");
    }

    @Test
    void aValueGoesOnOneLineAsMetaWantsIt() {
        graph.send(Desk.ANA, template(Map.of("nombre", "Ana\n\tde la      Sierra"), List.of()));

        assertEquals(
                "Ana de la Sierra",
                Desk.only(graph.calls)
                        .body()
                        .at("/template/components/0/parameters/0/text")
                        .asText());
    }

    private static Templated template(Map<String, String> variables, List<String> buttonIds) {
        return new Templated(
                new TemplateUse("recordatorio", "es", variables, buttonIds), "Hola Ana");
    }

    private void assertSent(Outgoing content, String type, String body) {
        assertEquals(new SendOutcome.Accepted("wamid.OUT"), graph.send(Desk.ANA, content));
        JsonNode sent = Desk.only(graph.calls).body();
        assertEquals(type, sent.path("type").asText());
        assertEquals("34600111222", sent.path("to").asText());
        assertEquals(Graph.read(Desk.json(body)), sent.path(type));
    }
}
