package io.conserje.channel.whatsappsession;

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

/** Whatever WhatsApp or the container changes, a body is told somehow. */
class MutatedBodiesTest {
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
                    Desk.fromAna("'conversation':'hola'"),
                    Desk.fromAna(
                            "'ephemeralMessage':{'message':{'extendedTextMessage':{'text':'sí',"
                                    + "'contextInfo':{'stanzaId':'3EB0','participant':'1@lid'}}}}"),
                    Desk.fromAna(
                            "'imageMessage':{'url':'https://mmg.whatsapp.net/a','mediaKey':'AAEC',"
                                    + "'fileLength':'12','caption':'c','mimetype':'image/png'}"),
                    Desk.fromAna("'audioMessage':{'directPath':'/a','mediaKey':'AAEC','ptt':true}"),
                    Desk.fromAna(
                            "'locationMessage':{'degreesLatitude':1,'degreesLongitude':2,'name':'n'}"),
                    Desk.fromAna(
                            "'contactsArrayMessage':{'contacts':[{'displayName':'E','vcard':"
                                    + "'FN:E\\nTEL:1'},{'vcard':'TEL:2'}]}"),
                    Desk.fromAna(
                            "'reactionMessage':{'key':{'remoteJid':'50760000001@s.whatsapp.net',"
                                    + "'fromMe':true,'id':'3EB0'},'text':'a'}"),
                    Desk.fromAna(
                            "'editedMessage':{'message':{'protocolMessage':{'key':{'id':'3A00'},"
                                    + "'type':'MESSAGE_EDIT','editedMessage':{'imageMessage':"
                                    + "{'caption':'c'}}}}}"),
                    Desk.fromAna("'protocolMessage':{'key':{'id':'3A00'},'type':'REVOKE'}"),
                    Desk.fromAna(
                            "'listResponseMessage':{'title':'t','singleSelectReply':"
                                    + "{'selectedRowId':'a'}}"),
                    Desk.from(
                            "'chat':{'kind':'group','group':'1@g.us','pn':'5','lid':'6'}",
                            "'conversation':'hola'"),
                    Desk.event(
                            "failed",
                            ",'ref':'abcdefghijklmnopqrstuvwxyz.7','code':'463','reason':'r'"));

    @Test
    void oddFieldsNeverBreakNorSilenceABody() throws Exception {
        for (int seed = 0; seed < 8000; seed++) {
            Random random = new Random(seed);
            ObjectNode mutated =
                    (ObjectNode) JSON.readTree(Desk.json(GOOD.get(seed % GOOD.size())));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutate(mutated, random);
            }

            String told = "seed " + seed + ": " + mutated;
            List<Normalised> normalised =
                    assertDoesNotThrow(
                            () ->
                                    Desk.normalise(
                                            mutated.toString().getBytes(StandardCharsets.UTF_8)),
                            told);

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
