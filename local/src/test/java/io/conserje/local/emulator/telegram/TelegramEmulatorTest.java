package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An emulator and a system that gets its updates, for a test of either's side. */
abstract class TelegramEmulatorTest {
    /** Held on to, or the level would be forgotten with the logger. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    static {
        HELIDON.setLevel(Level.WARNING);
    }

    static final String ANA = "50760000001";
    static final String LUIS = "4710";
    static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    final SystemUnderTest system = new SystemUnderTest();
    final HttpClient http = HttpClient.newHttpClient();
    TelegramEmulator emulator;

    record Answer(int status, JsonNode body) {
        JsonNode result() {
            assertTrue(body.path("ok").asBoolean(), body::toString);
            return body.path("result");
        }

        String description() {
            return body.path("description").asText();
        }
    }

    @BeforeEach
    void startEmulator() {
        emulator = TelegramEmulator.start(configured(Options.in(folder, "clinic")));
        emulator.subscribe(system.webhook());
    }

    Options configured(Options options) {
        return options;
    }

    @AfterEach
    void stop() {
        emulator.close();
        system.close();
    }

    void restart(UnaryOperator<Options> options) {
        emulator.close();
        emulator = TelegramEmulator.start(options.apply(configured(Options.in(folder, "clinic"))));
    }

    void turn(String dial) {
        emulator.turn(FaultDial.parse(dial));
    }

    String secret(String name) {
        return Objects.requireNonNull(emulator.secrets().get(name));
    }

    /** Says hello and forgets it, so that the bot may write. */
    void meet(String customer) {
        emulator.phone().say(customer, "/start");
        quiet();
        system.forget();
    }

    void quiet() {
        assertTrue(emulator.awaitQuiet(SOON));
    }

    /** The last update, once all have arrived. */
    JsonNode arrived() {
        quiet();
        return system.last();
    }

    PhoneLine lastLine() {
        return emulator.phone().transcript(ANA).getLast();
    }

    /** Single quotes stand for double ones. */
    Answer call(String method, String json) {
        return exchange(request(method, json));
    }

    Answer sendText(String chat, String text) {
        return call("sendMessage", "{'chat_id':" + chat + ",'text':'" + text + "'}");
    }

    HttpRequest request(String method, String json) {
        return HttpRequest.newBuilder(address(method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
    }

    URI address(String method) {
        return URI.create(emulator.baseUri() + "/bot" + secret("bot-token") + "/" + method);
    }

    Answer upload(String method, String field, byte[] bytes, String type) {
        String head =
                "--b7\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n"
                        + ANA
                        + "\r\n--b7\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"; filename=\"a.bin\"\r\nContent-Type: "
                        + type
                        + "\r\n\r\n";
        return exchange(
                HttpRequest.newBuilder(address(method))
                        .header("Content-Type", "multipart/form-data; boundary=b7")
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                                        BodyPublishers.ofByteArray(bytes),
                                        BodyPublishers.ofString("\r\n--b7--\r\n")))
                        .build());
    }

    HttpResponse<byte[]> download(String token, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create(emulator.baseUri() + "/file/bot" + token + "/" + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    Answer exchange(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), EmulatorJson.MAPPER.readTree(answer.body()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return EmulatorJson.MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
