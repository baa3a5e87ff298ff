package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest extends MetaEmulatorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/v23.0/4711", "/_media/1?ext=1&hash=x", "/v23.0/1/message_templates", "/x"})
    void whileItLastsEveryCallIsAnsweredByAPageForPeople(String path) throws Exception {
        emulator.outage(true);

        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(emulator.baseUri().resolve(path)).build(),
                        BodyHandlers.ofString());

        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("text/html"));
        assertTrue(answer.body().contains("<html>"), answer.body());
    }

    @Test
    void afterItEverythingIsAsBefore() {
        assertTrue(
                control("PUT", "/outage", "{\"outage\":true}").body().path("outage").asBoolean());
        emulator.phone().say(ANA, "hola");
        assertTrue(emulator.awaitQuiet(SOON));

        assertEquals(200, control("POST", "/outage", "{\"outage\":false}").status());

        assertEquals(200, sendText(ANA, "buenas").status());
    }
}
