package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.command.Terminal.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each runbook is followed to its last line while what it is for is the matter. */
class RunbooksTest {
    private static final String PARKED = "./conserje parked";
    private static final String HEALTH = "./conserje health";
    private static final String AUDIT = "./conserje audit";

    private static Path data;
    private static Launched system;

    @BeforeAll
    static void open(@TempDir Path folder) {
        data = folder.resolve(".conserje");
        system = Launched.up(data);
    }

    @AfterAll
    static void close() throws InterruptedException {
        system.kill();
    }

    private static Operator opens(String runbook) {
        return new Operator(Runbook.read(runbook), data);
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition::getAsBoolean);
    }

    private static void assertShows(Told told, int code, String... all) {
        assertEquals(code, told.code(), told::toString);
        for (String one : all) {
            assertTrue(told.text().contains(one), () -> one + " in " + told);
        }
    }

    private static void assertSays(Told told, int code, String key, Object... values) {
        assertEquals(code, told.code(), told::toString);
        assertTrue(told.says(key, values), () -> key + " in " + told);
    }

    private static void follow(Operator operator, String line, String key) {
        operator.typesUntil(line, told -> told.code() == 0 && told.says(key));
    }

    /** Two questions that nobody could read, and an answer that may have arrived. */
    @Test
    void parked_messages() {
        Phones whatsapp = system.phones("whatsapp");
        Phones telegram = system.phones("telegram");
        Env env = system.terminal().env();
        try (AwsClients clients = new AwsClients(env)) {
            Sessions sessions = new Sessions(clients, env);
            telegram.dial("stall", 1);
            telegram.say("50761000003", "hola");
            List<String> askers = List.of("50761000001", "50761000002");
            askers.forEach(asker -> whatsapp.say(asker, "hola"));
            await("greetings", () -> askers.stream().allMatch(a -> whatsapp.heard(a).size() == 1));
            List<Map<String, AttributeValue>> before = sessions.spoil();
            askers.forEach(asker -> whatsapp.say(asker, "¿a qué hora abren?"));
            Operator operator = opens("parked-messages");

            Told parked = operator.typesUntil(PARKED, told -> told.says("parked.how", 3));
            assertShows(parked, 1, "  inbound, ", "  to telegram/demo, ");
            assertShows(
                    operator.types("./conserje logs --correlation CORRELATION"),
                    0,
                    "into the dead-letter queue");
            assertShows(operator.types("./conserje explain MESSAGE"), 0, "PARKED");
            telegram.dial("stall", 0);
            sessions.mend(before);

            assertSays(operator.types("./conserje replay ID"), 0, "replay.done", 1);
            Told left = operator.typesUntil(PARKED, told -> told.says("parked.how", 2));
            assertEquals(1, left.code());
            assertShows(operator.types("./conserje discard ID --reason \"answered by phone\""), 0);
            assertSays(operator.types("./conserje replay --all"), 0, "replay.done", 1);

            follow(operator, PARKED, "parked.none");
            assertShows(operator.types("./conserje parked --handled"), 0, "answered by phone");
            follow(operator, HEALTH, "health.ok");
            assertSays(operator.types(AUDIT), 0, "audit.kept");
            operator.isDone();
            await(
                    "one of the two questions was answered",
                    () -> askers.stream().mapToInt(a -> whatsapp.heard(a).size()).sum() == 3);
        }
    }
}
