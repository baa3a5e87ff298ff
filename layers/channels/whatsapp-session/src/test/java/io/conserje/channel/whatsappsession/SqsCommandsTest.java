package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.channel.whatsappsession.Commands.Handed;
import io.conserje.channel.whatsappsession.Commands.InDoubt;
import io.conserje.channel.whatsappsession.Commands.Never;
import io.conserje.channel.whatsappsession.Commands.NotTaken;
import io.conserje.channel.whatsappsession.Commands.Taken;
import io.conserje.model.Outgoing.Say;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As much of SQS on the loopback as one message takes. */
class SqsCommandsTest {
    private static final Command COMMAND =
            Command.send(
                    Desk.to(Desk.ANA, new Say("Hola, ¿qué tal?")),
                    Person.of(Desk.ANA).orElseThrow(),
                    Payload.text("Hola, ¿qué tal?"),
                    Instant.ofEpochSecond(1_790_000_600));

    interface Answer {
        void to(HttpExchange exchange, String body) throws Exception;
    }

    record Call(String target, String authorization, String body) {
        JsonNode json() {
            return Desk.tree(body);
        }
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile Answer answer = SqsCommandsTest::take;

    SqsCommandsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCommandIsPutInItsGroupAndUnderItsId() {
        assertInstanceOf(Taken.class, put());

        Call call = Desk.only(calls);
        assertEquals("AmazonSQS.SendMessage", call.target());
        assertEquals(queue().toString(), call.json().path("QueueUrl").asText());
        assertEquals(COMMAND.text(), call.json().path("MessageBody").asText());
        assertEquals("50760000001", call.json().path("MessageGroupId").asText());
        assertEquals(COMMAND.id(), call.json().path("MessageDeduplicationId").asText());
    }

    @Test
    void aStandInGetsNoCredentialsOfOurs() {
        put();

        assertTrue(Desk.only(calls).authorization().contains("Credential=local/"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, QueueDoesNotExist, OPERATOR",
        "403, AccessDeniedException, OPERATOR",
        "400, InvalidSecurity, OPERATOR",
        "400, ThrottlingException, THROUGHPUT",
        "403, RequestThrottled, THROUGHPUT",
    })
    void aRefusalThatPassesIsNoneOfTheMessages(int status, String code, Delay delay) {
        answer = (exchange, body) -> refuse(exchange, status, code);

        NotTaken not = assertInstanceOf(NotTaken.class, put());

        assertEquals(delay, not.delay());
        assertTrue(not.reason().contains(code), not.reason());
        assertFalse(not.reason().contains("000000000000"), not.reason());
        assertEquals(1, calls.size());
    }

    @ParameterizedTest
    @CsvSource({"InvalidMessageContents", "InvalidParameterValueException"})
    void aBodyThatTheQueueDoesNotTakeItNeverTakes(String code) {
        answer = (exchange, body) -> refuse(exchange, 400, code);

        assertInstanceOf(Never.class, put());
    }

    @ParameterizedTest
    @CsvSource({"500, InternalFailure", "503, ServiceUnavailable"})
    void aServerThatFailsMayHaveTakenIt(int status, String code) {
        answer = (exchange, body) -> refuse(exchange, status, code);

        assertInstanceOf(InDoubt.class, put());
        assertEquals(1, calls.size());
    }

    @Test
    void aQueueThatHangsUpMayHaveTakenIt() {
        answer = (exchange, body) -> exchange.close();

        assertInstanceOf(InDoubt.class, put());
    }

    @Test
    void aQueueThatSaysNothingMayHaveTakenIt() {
        answer = (exchange, body) -> over.await();

        assertInstanceOf(
                InDoubt.class, new SqsCommands().put(COMMAND, queue(), Duration.ofMillis(300)));
    }

    /** Tcpmux: nobody listens there. */
    @Test
    void whereNobodyListensNothingWasTaken() {
        Handed handed =
                new SqsCommands()
                        .put(
                                COMMAND,
                                URI.create("http://127.0.0.1:1/000000000000/commands.fifo"),
                                Duration.ofSeconds(5));

        assertEquals(Delay.OUTAGE, assertInstanceOf(NotTaken.class, handed).delay());
    }

    private Handed put() {
        return new SqsCommands().put(COMMAND, queue(), Duration.ofSeconds(5));
    }

    private URI queue() {
        return URI.create(
                "http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "/000000000000/session-commands.fifo");
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            calls.add(
                    new Call(
                            String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                            body));
            answer.to(exchange, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(HttpExchange exchange, String body) throws Exception {
        String said = Desk.tree(body.replace("'", "’")).path("MessageBody").asText();
        String md5 =
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("MD5").digest(said.getBytes(UTF_8)));
        respond(exchange, 200, "{'MessageId':'1','MD5OfMessageBody':'" + md5 + "'}");
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        respond(exchange, status, "{'__type':'com.amazonaws.sqs#" + code + "','message':'m'}");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = Desk.json(body).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
