package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.command.Terminal;
import io.conserje.local.command.Terminal.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each runbook is followed to its last line while what it is for is the matter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunbooksTest {
    private static final String PARKED = "./conserje parked";
    private static final String HEALTH = "./conserje health";
    private static final String AUDIT = "./conserje audit";

    private static final String ANA = "50761000001";
    private static final int MANY = 30;
    private static final String TOO_MANY = "Too Many Requests";

    private static Path data;
    private static Terminal terminal;

    @BeforeAll
    static void open(@TempDir Path folder) throws InterruptedException {
        data = folder.resolve(".conserje");
        terminal = Launched.up(data).terminal();
    }

    @AfterAll
    static void close() {
        terminal.type(List.of("down"));
    }

    private static Phones phones(String channel) {
        return new Phones(terminal.emulator(channel));
    }

    /** Whatever became of a test, the next one begins with a provider that is well. */
    @AfterEach
    void makeWell() {
        for (String channel : List.of("whatsapp", "telegram")) {
            Phones phones = phones(channel);
            List.of("error", "throttle", "stall").forEach(fault -> phones.dial(fault, 0));
        }
        await("an empty way", () -> isEmpty(terminal.type(List.of("health"))));
    }

    private static Operator opens(String runbook) {
        return new Operator(Runbook.read(runbook), data);
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(2))
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
        Phones whatsapp = phones("whatsapp");
        Phones telegram = phones("telegram");
        Env env = terminal.env();
        try (AwsClients clients = new AwsClients(env)) {
            Sessions sessions = new Sessions(clients, env);
            telegram.dial("stall", 1);
            telegram.say("50761000003", "hola");
            List<String> askers = List.of(ANA, "50761000002");
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
            assertEquals(3, heard(whatsapp, askers), "one of the two questions was answered");
        }
    }

    /** Somebody took the device off the phone; the emulated owner of the phone scans the QR. */
    @Test
    void whatsapp_session(@TempDir Path folder) throws InterruptedException {
        Path own = folder.resolve(".conserje");
        Launched launched = Launched.up(own, "--whatsapp-session");
        Terminal desk = launched.terminal();
        List<String> status = List.of("whatsapp", "status");
        try {
            await("a link", () -> desk.type(status).says("whatsapp.state.open"));
            Phones phones = launched.phones("whatsapp-session");
            phones.say(ANA, "hola");
            launched.phones("whatsapp").say(ANA, "hola");
            assertShowsReplies(desk, phones, "50761000002");
            assertSays(desk.type(List.of("whatsapp", "logout")), 0, "whatsapp.asked");
            Operator operator = new Operator(Runbook.read("whatsapp-session"), own);

            Told told =
                    operator.typesUntil(
                            "./conserje whatsapp status",
                            it -> it.says("whatsapp.state.logged_out"));
            assertEquals(1, told.code());
            Told health = operator.types(HEALTH);
            assertSays(health, 0, "health.attention");
            assertShows(health, 0, "  whatsapp-session/demo: ");
            Told stranded = operator.types("./conserje whatsapp stranded");
            assertSays(stranded, 0, "stranded.elsewhere", 1);
            assertSays(stranded, 0, "stranded.here", 1);
            assertShows(stranded, 0, "+" + ANA, "whatsapp/demo", "+50761000002");
            assertSays(operator.types("./conserje whatsapp pair"), 0, "whatsapp.state.open");

            follow(operator, "./conserje whatsapp status", "whatsapp.state.open");
            int before = phones.heard(ANA).size();
            phones.say(ANA, "¿a qué hora abren?");
            await("an answer", () -> phones.heard(ANA).size() > before);
            follow(operator, HEALTH, "health.ok");
            follow(operator, PARKED, "parked.none");
            assertSays(operator.types(AUDIT), 0, "audit.kept");
            operator.isDone();
        } finally {
            desk.type(List.of("down"));
        }
    }

    /** A session types before it sends; whoever chats with it sees all that comes. */
    private static void assertShowsReplies(Terminal desk, Phones phones, String customer) {
        Told told =
                desk.pipe(
                        List.of("chat", "--channel", "whatsapp-session", "--phone", customer),
                        "hola");
        List<String> replies = phones.heard(customer);
        assertTrue(!replies.isEmpty(), () -> "an answer before this ends: " + told);
        for (String reply : replies) {
            assertShows(told, 0, reply.indent(2).stripTrailing());
        }
    }

    private static long heard(Phones phones, List<String> customers) {
        return customers.stream().mapToInt(customer -> phones.heard(customer).size()).sum();
    }

    private static void assertIsOver(Operator operator) {
        follow(operator, PARKED, "parked.none");
        assertSays(operator.types(AUDIT), 0, "audit.kept");
        operator.isDone();
    }

    /** The provider answers every call with an error of its own. */
    @Test
    void provider_down() {
        Phones telegram = phones("telegram");
        List<String> customers = customers(4, 6);
        telegram.dial("error", 1);
        customers.forEach(customer -> telegram.say(customer, "hola"));
        Operator operator = opens("provider-down");

        Told health =
                operator.typesUntil(HEALTH, told -> told.text().contains("  telegram/demo: "));
        assertSays(health, 0, "health.attention");
        assertShows(operator.types("./conserje logs --lines 50"), 0, "not now");
        assertShows(operator.types("./conserje explain MESSAGE"), 0, "QUEUED", "to telegram/demo:");
        assertShows(operator.types("./conserje dial --channel CHANNEL"), 0, "\"error\":1.0");
        assertEquals(0, heard(telegram, customers));
        assertShows(
                operator.types("./conserje dial --channel CHANNEL error=0 throttle=0 stall=0"),
                0,
                "\"error\":0.0");

        follow(operator, HEALTH, "health.ok");
        operator.typesUntil("./conserje explain MESSAGE", t -> t.text().contains("ACCEPTED"));
        await("an answer each", () -> heard(telegram, customers) == customers.size());
        assertIsOver(operator);
    }

    /** The provider refuses every message, for there being too many. */
    @Test
    void queue_growing() {
        Phones telegram = phones("telegram");
        List<String> customers = customers(5, 5);
        telegram.dial("throttle", 1);
        customers.forEach(customer -> telegram.say(customer, "hola"));
        Operator operator = opens("queue-growing");

        operator.typesUntil(HEALTH, told -> waiting(told, "outbound") >= customers.size());
        operator.typesUntil("./conserje logs --lines 100", told -> told.text().contains(TOO_MANY));
        assertShows(operator.types("./conserje logs --busiest --lines 5000"), 0);
        operator.typesUntil(
                "./conserje explain MESSAGE",
                told -> told.text().contains("QUEUED") && told.text().contains(TOO_MANY));
        assertShows(
                operator.types("./conserje dial --channel CHANNEL throttle=0"),
                0,
                "\"throttle\":0.0");

        operator.typesUntil(HEALTH, told -> told.says("health.ok") && isEmpty(told));
        assertEquals(customers.size(), heard(telegram, customers));
        assertIsOver(operator);
    }

    /** One customer writes without end; another one is answered nevertheless. */
    @Test
    void hot_conversation() {
        Phones whatsapp = phones("whatsapp");
        String hot = "50761060000";
        String other = "50761060001";
        for (int i = 0; i < MANY; i++) {
            whatsapp.say(hot, "hola");
        }
        whatsapp.say(other, "hola");
        Operator operator = opens("hot-conversation");
        await("the other's answer", () -> whatsapp.heard(other).size() == 1);
        int early = whatsapp.heard(hot).size();

        assertShows(operator.types(HEALTH), 0);
        Told busiest = operator.types("./conserje logs --busiest --lines 5000");
        assertEquals(0, busiest.code());
        assertTrue(firstNumber(busiest.text()) > 3 * MANY, busiest::toString);
        assertShows(
                operator.types("./conserje logs --conversation CONVERSATION --lines 40"),
                0,
                "webhook");

        operator.typesUntil(HEALTH, told -> told.says("health.ok") && isEmpty(told));
        assertTrue(whatsapp.heard(hot).size() > early, "the other one did not wait for its end");
        assertShows(operator.types("./conserje logs --busiest --lines 200"), 0);
        assertIsOver(operator);
    }

    /** The tables are gone, and the process with them. After it another process is what runs. */
    @Test
    @Order(Integer.MAX_VALUE)
    void restore_after_loss(@TempDir Path elsewhere) throws IOException {
        String eva = "50761000009";
        phones("whatsapp").say(eva, "hola");
        await("a greeting", () -> phones("whatsapp").heard(eva).size() == 1);
        Operator operator = opens("restore-after-loss");
        operator.knows("BACKUP", elsewhere.resolve("backup").toString());
        assertSays(operator.types("./conserje down"), 0, "down.done");
        assertShows(operator.types("cp -a .conserje BACKUP"), 0);
        assertShows(operator.types("./conserje up --detach"), 0);
        lose();

        assertSays(operator.types("./conserje status"), 3, "not-running");
        assertSays(operator.types("./conserje down"), 0, "down.nothing");
        assertShows(operator.types("mv .conserje .conserje.lost"), 0);
        assertShows(operator.types("cp -a BACKUP .conserje"), 0);
        assertShows(operator.types("./conserje up --detach"), 0);

        assertShows(operator.types("./conserje status"), 0, "whatsapp/demo");
        follow(operator, HEALTH, "health.ok");
        assertSays(operator.types(AUDIT), 0, "audit.kept");
        assertShows(operator.types("./conserje bookings"), 0);
        follow(operator, PARKED, "parked.none");
        operator.isDone();
        phones("whatsapp").say(eva, "¿a qué hora abren?");
        await("she goes on where she was", () -> phones("whatsapp").heard(eva).size() == 2);
    }

    /** The process dies, and the disk that the tables were on. */
    private static void lose() throws IOException {
        ProcessHandle process = terminal.process();
        process.destroyForcibly();
        process.onExit().join();
        Path tables = data.resolve("dynamodb");
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(tables);
    }

    private static List<String> customers(int group, int many) {
        return IntStream.range(0, many).mapToObj(i -> "507610" + group + "000" + i).toList();
    }

    /** How much of a queue the health tells to wait. */
    private static long waiting(Told health, String queue) {
        return health.text()
                .lines()
                .filter(line -> line.startsWith("  " + queue))
                .mapToLong(RunbooksTest::firstNumber)
                .sum();
    }

    private static boolean isEmpty(Told health) {
        return Stream.of("inbound", "outbound", "deferred", "receipts")
                .allMatch(queue -> waiting(health, queue) == 0);
    }

    private static long firstNumber(String line) {
        return Long.parseLong(line.replaceFirst("(?s)\\D*(\\d+).*", "$1"));
    }
}
