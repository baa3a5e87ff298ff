package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Normalised;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever field Meta changes, a webhook is told somehow. */
class MutatedWebhooksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ODD =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "[[]]",
                    "7",
                    "-1.5",
                    "1e400",
                    "''",
                    "'x'",
                    "true",
                    "{'a':{}}");

    @Test
    void oneOddFieldNeverBreaksNorSilencesAWebhook() throws Exception {
        JsonNode good = JSON.readTree(Desk.json(webhook()));
        for (int seed = 0; seed < 3000; seed++) {
            ObjectNode mutated = good.deepCopy();
            Random random = new Random(seed);
            mutate(mutated, random);
            if (random.nextBoolean()) {
                mutate(mutated, random);
            }

            String told = "seed " + seed + ": " + mutated;
            List<Normalised> normalised =
                    assertDoesNotThrow(() -> Desk.normalise(mutated.toString()), told);

            assertFalse(normalised.isEmpty(), told);
        }
    }

    private static void mutate(ObjectNode root, Random random) throws Exception {
        List<JsonNode> parents = new ArrayList<>();
        collect(root, parents);
        JsonNode odd = JSON.readTree(Desk.json(ODD.get(random.nextInt(ODD.size()))));
        switch (parents.get(random.nextInt(parents.size()))) {
            case ObjectNode object -> {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                object.set(names.get(random.nextInt(names.size())), odd);
            }
            case ArrayNode array -> array.set(random.nextInt(array.size()), odd);
            default -> throw new AssertionError("only containers are collected");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && !node.isEmpty()) {
            parents.add(node);
        }
        node.forEach(child -> collect(child, parents));
    }

    private static String webhook() {
        return Desk.envelope(
                Desk.change(
                        "'contacts':[{'wa_id':'34600111222','profile':{'name':'Ana','username':'@a'}}],"
                                + Desk.messages(
                                        Desk.text("a", "Hola"),
                                        Desk.fromAna(
                                                "b",
                                                "'type':'order','order':{'catalog_id':'1','product_items':"
                                                        + "[{'product_retailer_id':'X','quantity':1,"
                                                        + "'item_price':1,'currency':'EUR'}]}"),
                                        Desk.fromAna(
                                                "c",
                                                "'type':'edit','edit':{'original_message_id':'a','message':"
                                                        + "{'type':'location','location':{'latitude':1,"
                                                        + "'longitude':2}}}"),
                                        Desk.fromAna(
                                                "d",
                                                "'type':'contacts','contacts':[{'name':{'first_name':'E'},"
                                                        + "'phones':[{'phone':'1'}]}]"),
                                        Desk.fromAna(
                                                "e",
                                                "'type':'interactive','interactive':{'type':'list_reply',"
                                                        + "'list_reply':{'id':'1','title':'t'}}"))
                                + ",'statuses':[{'id':'o','status':'failed','timestamp':'1',"
                                + "'errors':[{'code':1,'title':'t','error_data':{'details':'d'}}]}]"),
                Desk.changeOf(
                        "user_preferences",
                        "{'contacts':[{'wa_id':'34600111222','profile':{'name':'Ana'}}],"
                                + "'user_preferences':[{'wa_id':'34600111222','category':"
                                + "'marketing_messages','value':'stop','timestamp':1}]}"),
                Desk.changeOf(
                        "message_template_status_update",
                        "{'event':'REJECTED','message_template_name':'a','message_template_language':"
                                + "'es','reason':'X','rejection_info':{'reason':'r'}}"));
    }
}
