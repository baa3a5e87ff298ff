package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever Telegram changes, an update is told somehow. */
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
                    "{'a':{}}",
                    "99999999999999999999",
                    "-9223372036854775808",
                    "'-'",
                    "2147483647");

    private static final List<String> GOOD =
            List.of(
                    Desk.update(
                            "message",
                            Desk.inGroup(
                                    "'text':'/a@clinica_bot @clinica_bot hola','is_topic_message':true,"
                                            + "'message_thread_id':4,'entities':[{'type':'bot_command',"
                                            + "'offset':0,'length':14},{'type':'mention','offset':15,'length':12}],"
                                            + "'reply_to_message':{'message_id':3,'from':{'id':9876543210}}")),
                    Desk.update(
                            "message",
                            Desk.fromAna(
                                    "'photo':[{'file_id':'a','width':1,'height':2},{'file_id':'b',"
                                            + "'width':3,'height':4}],'caption':'c'")),
                    Desk.update(
                            "edited_message",
                            Desk.fromAna(
                                    "'edit_date':1760000001,'venue':{'location':{'latitude':1,'longitude':2},"
                                            + "'title':'t','address':'a'}")),
                    Desk.update(
                            "message",
                            Desk.fromAna("'contact':{'phone_number':'1','first_name':'E'}")),
                    Desk.update("message", Desk.inGroup("'migrate_to_chat_id':-1001555296434")),
                    Desk.update(
                            "callback_query",
                            "'id':'7','data':'a',"
                                    + Desk.FROM_ANA
                                    + ",'message':{'message_id':1,'date':1760000000,"
                                    + Desk.PRIVATE
                                    + ",'reply_markup':{'inline_keyboard':[[{'text':'t',"
                                    + "'callback_data':'a'}]]}}"),
                    Desk.update(
                            "message_reaction",
                            Desk.PRIVATE
                                    + ",'message_id':3,'date':1760000000,'old_reaction':[{'type':'emoji',"
                                    + "'emoji':'a'}],'new_reaction':[{'type':'emoji','emoji':'b'}]"),
                    Desk.update(
                            "my_chat_member",
                            Desk.PRIVATE
                                    + ",'date':1760000000,'new_chat_member':{'status':'kicked'}"));

    @Test
    void oddFieldsNeverBreakNorSilenceAnUpdate() throws Exception {
        for (int seed = 0; seed < 8000; seed++) {
            Random random = new Random(seed);
            ObjectNode mutated =
                    (ObjectNode) JSON.readTree(Desk.json(GOOD.get(seed % GOOD.size())));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutate(mutated, random);
            }

            String told = "seed " + seed + ": " + mutated;
            List<Normalised> normalised =
                    assertDoesNotThrow(() -> Desk.normalise(mutated.toString()), told);

            assertEquals(1, normalised.size(), told);
        }
    }

    @Test
    void brokenBytesAreMalformedOrTold() {
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            byte[] body = Desk.json(GOOD.get(seed % GOOD.size())).getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertDoesNotThrow(() -> tell(body), "seed " + seed);
        }
    }

    private static int tell(byte[] body) {
        try {
            return Desk.normalise(body).size();
        } catch (MalformedWebhook e) {
            return 0;
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
}
