package io.conserje.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.Env;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import io.conserje.local.template.Function;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each event of {@code events/} through its function: hosted here, and by AWS's own runtime client.
 */
class EventsTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As a message travels: what comes later speaks of what came before. */
    private static final List<String> ORDER =
            List.of(
                    "MessagingFunction",
                    "ConversationFunction",
                    "DeliveryFunction",
                    "DeferredFunction",
                    "ReceiptsFunction",
                    "HealthFunction",
                    "AppointmentsFunction");

    /** The account that the events are signed for. */
    private static final Map<String, String> ACCOUNT =
            Map.of(
                    "phoneNumberId", "106540352242922",
                    "displayPhoneNumber", "15550783881",
                    "businessAccountId", "102290129340398",
                    "appSecret", "an-app-secret-for-the-events-in-this-folder",
                    "verifyToken", "a-verify-token-for-the-events-in-this-folder",
                    "accessToken", "an-access-token");

    private static final Map<String, Object> BOT =
            Map.of(
                    "botId", 7000000001L,
                    "botUsername", "los_robles_bot",
                    "botToken", "7000000001:a-token",
                    "webhookSecret", "a-webhook-secret-for-the-events-in-this-folder",
                    "firstUpdateId", 412345678L);

    private Site site;

    @TempDir private Path data;

    @BeforeEach
    void start() throws IOException {
        Path account =
                Files.createDirectories(data.resolve("providers/whatsapp/demo"))
                        .resolve("account.json");
        JSON.writeValue(account.toFile(), ACCOUNT);
        Path bot =
                Files.createDirectories(data.resolve("providers/telegram/demo"))
                        .resolve("account.json");
        JSON.writeValue(bot.toFile(), BOT);
        site = Site.start(new Site.Plan(ROOT, data, 0, FaultDial.OFF), step -> {});
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static List<Path> events(String function) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("events").resolve(function))) {
            List<Path> events =
                    files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            assertFalse(events.isEmpty(), () -> function + " has no event");
            return events;
        }
    }

    private void check(Path event, String answer, Path log) throws IOException {
        try {
            check(event, answer);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + LambdaJvm.read(log), e);
        }
    }

    private void check(Path event, String answer) throws IOException {
        JsonNode said = JSON.readTree(answer);
        if (said.has("batchItemFailures")) {
            assertEquals(0, said.path("batchItemFailures").size(), () -> event + ": " + answer);
        } else if (said.has("failed")) {
            assertEquals(0, said.path("failed").asInt(), () -> event + ": " + answer);
        } else {
            assertEquals(200, said.path("statusCode").asInt(), () -> event + ": " + answer);
        }
        // What it set off goes its way here too, and the next event is about that.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(site.cloud()::idle);
    }

    @Test
    void by_the_local_runtime() throws IOException {
        for (String function : ORDER) {
            for (Path event : events(function)) {
                check(
                        event,
                        new String(
                                site.cloud().invoke(function, Files.readAllBytes(event)),
                                StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void by_aws_s_own_runtime_client_over_the_zips_that_are_deployed()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        for (String function : ORDER) {
            Function described = site.cloud().template().function(function);
            Path task = Files.createDirectory(data.resolve(function));
            Path output = data.resolve(function + ".log");
            try (RuntimeApi api = new RuntimeApi();
                    LambdaJvm jvm =
                            LambdaJvm.start(
                                    zip(described),
                                    ROOT.resolve("layers/runtime/target/runtime.zip"),
                                    task,
                                    described.handler(),
                                    api.address(),
                                    environment(described),
                                    output)) {
                for (Path event : events(function)) {
                    check(event, invoke(api, event, output), output);
                }
                assertTrue(
                        Files.readString(output).lines().allMatch(line -> line.startsWith("{")),
                        () -> LambdaJvm.read(output));
            }
        }
    }

    private static String invoke(RuntimeApi api, Path event, Path output)
            throws IOException, InterruptedException, ExecutionException {
        try {
            return api.invoke(Files.readAllBytes(event));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    event + ": " + e.getMessage() + "\n" + LambdaJvm.read(output), e);
        }
    }

    private static Path zip(Function function) {
        String module = function.handler().split("\\.")[2];
        return ROOT.resolve("functions/" + module + "/target/" + module + ".zip");
    }

    private Map<String, String> environment(Function function) {
        Map<String, String> variables = new HashMap<>(function.environment());
        Env env = site.cloud().environmentOf(function.id());
        for (String name :
                List.of(
                        "MEDIA_FOLDER",
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        "AWS_ENDPOINT_URL_SQS",
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER")) {
            variables.put(name, env.get(name).orElseThrow());
        }
        return variables;
    }
}
