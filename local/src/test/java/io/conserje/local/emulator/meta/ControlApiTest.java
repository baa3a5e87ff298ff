package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.FaultDial;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest extends MetaEmulatorTest {
    private static final String MESSAGES = "/phones/" + ANA + "/messages";

    @Test
    void aCustomerSpeaksByAPost() {
        Answer answer = control("POST", MESSAGES, "{\"text\":\"hola\",\"name\":\"Ana\"}");

        assertEquals(202, answer.status());
        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(
                answer.body().at("/ids/0").asText(),
                system.messages().getFirst().path("id").asText());
        JsonNode contact =
                system.received().getFirst().body().at("/entry/0/changes/0/value/contacts/0");
        assertEquals("Ana", contact.at("/profile/name").asText());
    }

    @Test
    void severalSpeakTogether() {
        Answer answer =
                control(
                        "POST",
                        MESSAGES,
                        "{\"together\":[{\"text\":\"a\"},{\"text\":\"l\",\"phone\":\"34600333444\"}]}");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(2, answer.body().path("ids").size());
        assertEquals(List.of("a", "l"), system.told());
        assertEquals(1, system.received().size());
    }

    @Test
    void aPollWaitsForTheAnswer() throws Exception {
        control("POST", MESSAGES, "{\"text\":\"hola\"}");
        CompletableFuture<Answer> poll =
                CompletableFuture.supplyAsync(
                        () -> control("GET", MESSAGES + "?after=0&wait=20000", ""));

        sendText(ANA, "buenas");

        JsonNode seen = poll.get().body();
        assertEquals("buenas", seen.at("/messages/0/text").asText());
        assertEquals("BUSINESS", seen.at("/messages/0/direction").asText());
        assertEquals(1, seen.path("next").asInt());
        JsonNode nothing = control("GET", MESSAGES + "?after=1", "").body();
        assertEquals(0, nothing.path("messages").size());
        assertEquals(1, nothing.path("next").asInt());
    }

    @Test
    void theDialCanBeReadAndTurned() {
        Answer answer = control("PUT", "/dial", "{\"duplicate\":0.2,\"seed\":7}");

        assertEquals(200, answer.status());
        assertEquals(FaultDial.parse("duplicate=0.2,seed=7"), emulator.dial());
        assertEquals(answer.body(), control("GET", "/dial", "").body());
    }

    @Test
    void theNewerKnobsAreTurnedAsTheOthers() {
        assertEquals(200, control("PUT", "/dial", "{\"throttle\":0.2,\"stall\":0.1}").status());

        assertEquals(FaultDial.parse("throttle=0.2,stall=0.1"), emulator.dial());
        assertEquals(0.1, control("GET", "/dial", "").body().path("stall").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'file':{'kind':'image','mime_type':'image/png','caption':'c','base64':'AQI='}} | image",
                "{'file':{'kind':'voice','mime_type':'audio/ogg','base64':'AQI='}} | audio",
                "{'file':{'kind':'document','name':'a.pdf','mime_type':'x/y','base64':'AQI='}} | document",
                "{'card':{'name':'Eva','phone':'+34600777888'}} | contacts",
                "{'block':true} | block",
                "{'marketing':false} | user_preferences"
            })
    void everyGestureCanBeMadeByAPost(String gesture, String kind) {
        assertEquals(202, control("POST", MESSAGES, gesture.replace('\'', '"')).status());

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(kind, emulator.phone().transcript(ANA).getLast().kind());
    }

    @Test
    void anEditNamesWhatItChanges() {
        String id = control("POST", MESSAGES, "{\"text\":\"hola\"}").body().at("/ids/0").asText();

        control("POST", MESSAGES, "{\"edit\":{\"message_id\":\"" + id + "\",\"text\":\"adiós\"}}");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(id, system.messages().getLast().at("/edit/original_message_id").asText());
    }

    @Test
    void aFileIsTheBytesThatWerePosted() {
        control(
                "POST",
                MESSAGES,
                "{\"file\":{\"kind\":\"image\",\"mime_type\":\"image/png\",\"base64\":\"AQI=\"}}");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(
                "oShx/uIQ+4YZKR6uoZRYHL0lMeSyN1nSJfaAaSP2MiI=",
                system.messages().getLast().at("/image/sha256").asText());
    }

    @Test
    void theStateTellsOfTheWork() {
        control("POST", MESSAGES, "{\"text\":\"hola\"}");
        assertTrue(emulator.awaitQuiet(SOON));

        JsonNode state = control("GET", "/state", "").body();

        assertEquals(0, state.path("pending").asInt());
        assertEquals(1, state.path("acknowledged").asInt());
        assertEquals(0, state.path("accepted").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /phones/34600111222/messages | {'text':''} | text: ",
                "POST | /phones/34600111222/messages | {'choice':'x'} | choice: 'x' was never offered",
                "POST | /phones/34600111222/messages | {'together':[]} | together: ",
                "POST | /phones/34600111222/messages | {'raw':7} | raw: ",
                "POST | /phones/34600111222/messages | {'location':{}} | latitude: ",
                "POST | /phones/34600111222/messages | {} | message: needs one of",
                "POST | /phones/34600111222/messages | {'file':{'kind':'gif'}} | kind: must be image",
                "POST | /phones/34600111222/messages | {'file':{'kind':'image','base64':'?'}} | base64: is",
                "POST | /phones/34600111222/messages | {'file':{'kind':'image','base64':'AQI='}} | mime_type:",
                "POST | /phones/34600111222/messages | {'card':{'name':'Eva'}} | phone: ",
                "POST | /phones/34600111222/messages | {'edit':{'message_id':'x'}} | text: ",
                "POST | /phones/34600111222/messages | {'edit':{'message_id':'x','text':'y'}} | message_id: ",
                "POST | /phones/34600111222/messages | {'block':'yes'} | block: must be true or false",
                "POST | /phones/34600111222/messages | {'marketing':1} | marketing: must be true",
                "PUT | /outage | {} | outage: must be true or false",
                "POST | /phones/34600111222/messages | [] | body: ",
                "POST | /phones/34600111222/messages | { | body: ",
                "POST | /phones/ana/messages | {'text':'x'} | phone: ",
                "GET | /phones/34600111222/messages?after=x | {} | after: ",
                "GET | /phones/34600111222/messages?wait=-1 | {} | wait: ",
                "PUT | /dial | {'delay':2} | delay: must be a number from 0 to 1",
                "PUT | /dial | {'lost':1} | lost: no such fault"
            })
    void whatMakesNoSenseIsRefusedByName(String method, String path, String body, String why) {
        Answer answer = control(method, path, body.replace('\'', '"'));

        assertEquals(400, answer.status());
        String error = answer.body().path("error").asText();
        assertTrue(error.startsWith(why), error);
    }
}
