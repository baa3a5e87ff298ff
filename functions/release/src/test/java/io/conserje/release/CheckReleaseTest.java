package io.conserje.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.aws.Env;
import io.conserje.aws.FunctionContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of a release, with the clients that it is deployed with, against their protocols. */
class CheckReleaseTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/2015-03-31/functions/";

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private final List<JsonNode> verdicts = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private HttpServer aws;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", this::answer);
        aws.start();
        String url = "http://127.0.0.1:" + aws.getAddress().getPort();
        variables.putAll(
                Map.of(
                        "AWS_REGION", "eu-west-1",
                        "AWS_ENDPOINT_URL_LAMBDA", url,
                        "AWS_ENDPOINT_URL_CODEDEPLOY", url,
                        "STAGE", "staging",
                        "RELEASE_ID", "new-1",
                        "ACCOUNTS", "whatsapp/demo"));
        deployed("HEALTH", health("new-1"));
        deployed("MESSAGING", "{\"statusCode\":404}");
        deployed("CONVERSATION", "{\"batchItemFailures\":[]}");
        variables.put("SESSION_VERSION", "");
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    private static String health(String release) {
        return "{\"statusCode\":200,\"body\":\"{\\\"status\\\":\\\"ok\\\",\\\"release\\\":\\\""
                + release
                + "\\\"}\"}";
    }

    private void deployed(String function, String answer) {
        variables.put(
                function + "_VERSION", "arn:aws:lambda:eu-west-1:1:function:" + function + ":7");
        answers.put(function, answer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = URLDecoder.decode(exchange.getRequestURI().getPath(), StandardCharsets.UTF_8);
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String answer = "{}";
        if (path.startsWith(PATH)) {
            String function = path.split(":")[6];
            called.add(function);
            answer = answers.getOrDefault(function, "");
            if (answer.startsWith("!")) {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                answer = answer.substring(1);
            }
        } else {
            verdicts.add(question);
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Map<String, Object> check() {
        Env env = name -> Optional.ofNullable(variables.get(name));
        try (CheckRelease hook = new CheckRelease(FunctionContext.builder().singletons(env))) {
            return hook.execute(
                    Map.of("DeploymentId", "d-1", "LifecycleEventHookExecutionId", "e-1"));
        }
    }

    private String verdict() {
        assertEquals(1, verdicts.size());
        assertEquals("d-1", verdicts.getFirst().path("deploymentId").asText());
        assertEquals("e-1", verdicts.getFirst().path("lifecycleEventHookExecutionId").asText());
        return verdicts.getFirst().path("status").asText();
    }

    private void failsBecauseOf(String why) {
        Map<String, Object> said = check();

        assertEquals("Failed", verdict());
        assertTrue(String.valueOf(said.get("wrong")).contains(why), said::toString);
    }

    @Test
    void a_release_whose_every_version_answers_may_be_met() {
        Map<String, Object> said = check();

        assertEquals(List.of(), said.get("wrong"));
        assertEquals(3, said.get("checked"));
        assertEquals("Succeeded", verdict());
        // What the stage does not have is not called.
        assertEquals(List.of("HEALTH", "MESSAGING", "CONVERSATION"), called);
    }

    @Test
    void what_waits_for_a_person_is_not_the_release_s_fault() {
        deployed("HEALTH", health("new-1").replace("\\\"ok\\\"", "\\\"attention\\\""));

        check();

        assertEquals("Succeeded", verdict());
    }

    @Test
    void a_version_of_another_release_is_not_what_was_to_be_checked() {
        deployed("HEALTH", health("old-1"));

        failsBecauseOf("is not release new-1");
    }

    @Test
    void a_way_that_is_not_open_holds_the_release_up() {
        deployed("HEALTH", "{\"statusCode\":503,\"body\":\"down\"}");

        failsBecauseOf("answers 503, expected 200: down");
    }

    @Test
    void a_version_that_throws_holds_the_release_up() {
        deployed("CONVERSATION", "!{\"errorMessage\":\"no such table\"}");

        failsBecauseOf("no such table");
    }

    @Test
    void a_failure_in_a_batch_of_nothing_holds_the_release_up() {
        deployed("CONVERSATION", "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");

        failsBecauseOf("to an empty batch");
    }

    @Test
    void a_webhook_for_nobody_must_be_refused() {
        deployed("MESSAGING", "{\"statusCode\":500}");

        failsBecauseOf("answers 500, expected 404");
    }
}
