package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An emulator and a system that gets its webhooks, for a test of either's side. */
abstract class MetaEmulatorTest {
    /** Held on to, or the level would be forgotten with the logger. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    static {
        HELIDON.setLevel(Level.WARNING);
    }

    static final String ANA = "34600111222";
    static final String LUIS = "34600333444";
    static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    final SystemUnderTest system = new SystemUnderTest();
    final HttpClient http = HttpClient.newHttpClient();
    MetaEmulator emulator;

    record Answer(int status, JsonNode body) {
        int code() {
            return body.at("/error/code").asInt();
        }

        String wamid() {
            return body.at("/messages/0/id").asText();
        }
    }

    @BeforeEach
    void startEmulator() {
        emulator = MetaEmulator.start(configured(Options.in(folder, "clinic")));
        system.verifyToken = secret("verify-token");
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
        emulator = MetaEmulator.start(options.apply(configured(Options.in(folder, "clinic"))));
    }

    void turn(String dial) {
        emulator.turn(FaultDial.parse(dial));
    }

    Answer send(String json) {
        return graph("POST", "/v23.0/" + phoneId() + "/messages", token(), json);
    }

    Answer sendText(String to, String text) {
        return send(
                """
                {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"%s"},
                 "biz_opaque_callback_data":"tracker-7"}
                """
                        .formatted(to, text));
    }

    Answer createTemplate(String json) {
        return graph("POST", templates(), token(), json);
    }

    /** Has Meta approve a template for people in Spanish, whose variables are numbers. */
    void approve(String name, String category, String body, String... quickReplies) {
        ObjectNode template = EmulatorJson.MAPPER.createObjectNode();
        template.put("name", name).put("language", "es").put("category", category);
        ArrayNode components = template.putArray("components");
        ArrayNode examples =
                components
                        .addObject()
                        .put("type", "BODY")
                        .put("text", body)
                        .putObject("example")
                        .putArray("body_text")
                        .addArray();
        TemplateText.variables(body).forEach(variable -> examples.add("an example"));
        if (quickReplies.length > 0) {
            ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            for (String title : quickReplies) {
                buttons.addObject().put("type", "QUICK_REPLY").put("text", title);
            }
        }
        Answer answer = createTemplate(template.toString());
        assertEquals(200, answer.status(), () -> answer.body().toString());
        assertTrue(emulator.awaitQuiet(SOON));
    }

    String templates() {
        return "/v23.0/" + emulator.settings().get("business-account-id") + "/message_templates";
    }

    String secret(String name) {
        return Objects.requireNonNull(emulator.secrets().get(name));
    }

    String phoneId() {
        return Objects.requireNonNull(emulator.settings().get("phone-number-id"));
    }

    String token() {
        return secret("access-token");
    }

    Answer graph(String method, String path, String token, String json) {
        return exchange(
                HttpRequest.newBuilder(emulator.baseUri().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build());
    }

    Answer control(String method, String path, String json) {
        URI uri = URI.create(emulator.baseUri() + "/_emulator" + path);
        return exchange(
                HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(json)).build());
    }

    Answer exchange(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = EmulatorJson.MAPPER.readTree(answer.body());
            return new Answer(answer.statusCode(), body);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
