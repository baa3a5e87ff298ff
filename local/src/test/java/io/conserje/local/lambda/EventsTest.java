package io.conserje.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.Env;
import io.conserje.local.sam.EventFiles;
import io.conserje.local.sam.EventSite;
import io.conserje.local.sam.Expected;
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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
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

    private static final Expected EXPECTED = Expected.in(ROOT);

    /** Said by every JVM that is given options by its environment. */
    private static final String OF_THE_JVM = "Picked up JAVA_TOOL_OPTIONS";

    private Site site;

    @TempDir private Path data;

    @BeforeEach
    void start() {
        site = Site.start(EventSite.plan(ROOT, data), step -> {});
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /** As a message travels: what comes later speaks of what came before. */
    private List<String> functions() {
        return site.cloud().template().functions().stream().map(Function::id).toList();
    }

    private static List<Path> events(String function) {
        List<Path> events = EventFiles.in(ROOT).of(function);
        assertFalse(events.isEmpty(), () -> function + " has no event");
        return events;
    }

    private void check(Path event, String answer, Path log) throws IOException {
        try {
            check(event, answer);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + LambdaJvm.read(log), e);
        }
    }

    private void check(Path event, String answer) throws IOException {
        String function = event.getName(event.getNameCount() - 2).toString();
        assertEquals(
                Optional.empty(),
                EXPECTED.wrong(function, EventFiles.name(event), JSON.readTree(answer)),
                () -> event + ": " + answer);
        // What it set off goes its way here too, and the next event is about that.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(site.cloud()::idle);
    }

    @Test
    void by_the_local_runtime() throws IOException {
        for (String function : functions()) {
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
        for (String function : functions()) {
            Function described = site.cloud().template().function(function);
            Path task = Files.createDirectory(data.resolve(function));
            Path output = data.resolve(function + ".log");
            try (RuntimeApi api = new RuntimeApi();
                    LambdaJvm jvm =
                            LambdaJvm.start(
                                    new LambdaJvm.Launch(
                                            Unpacked.into(
                                                    task,
                                                    zip(described),
                                                    ROOT.resolve(
                                                            "layers/runtime/target/runtime.zip")),
                                            described.handler(),
                                            environment(described),
                                            output),
                                    api)) {
                for (Path event : events(function)) {
                    check(event, invoke(api, event, output), output);
                }
                assertTrue(
                        Files.readString(output)
                                .lines()
                                .filter(line -> !line.startsWith(OF_THE_JVM))
                                .allMatch(line -> line.startsWith("{")),
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
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                        "AWS_ENDPOINT_URL_LAMBDA",
                        "AWS_ENDPOINT_URL_CODEDEPLOY")) {
            variables.put(name, env.get(name).orElseThrow());
        }
        return variables;
    }
}
