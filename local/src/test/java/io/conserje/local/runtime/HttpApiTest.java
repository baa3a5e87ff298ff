package io.conserje.local.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** What a function sees of a request, and a caller of its answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LocalCloud cloud;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud =
                LocalCloud.start(
                        new LocalCloud.Options(
                                Path.of("src/test/resources/templates/echo.yaml"),
                                data,
                                0,
                                Map.of(),
                                id ->
                                        id.equals("known")
                                                ? Optional.of("s3cret")
                                                : Optional.empty()),
                        progress -> {});
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void theEventHasWhatApiGatewayPutsIntoIt() throws Exception {
        JsonNode event =
                JSON.readTree(
                        send(request("/things/a%20b?x=1&y=%C3%B1+o&x=2&z")
                                        .header("X-Thing", "one")
                                        .header("x-thing", "two")
                                        .header("Cookie", "a=1; b=2")
                                        .header("User-Agent", "test")
                                        .GET())
                                .body());

        assertEquals("2.0", event.at("/version").asText());
        assertEquals("GET /things/{thing}", event.at("/routeKey").asText());
        assertEquals("/things/a%20b", event.at("/rawPath").asText());
        assertEquals("x=1&y=%C3%B1+o&x=2&z", event.at("/rawQueryString").asText());
        assertEquals(JSON.readTree("[\"a=1\",\"b=2\"]"), event.at("/cookies"));
        assertEquals("one,two", event.at("/headers/x-thing").asText());
        assertTrue(event.at("/headers/cookie").isMissingNode());
        assertEquals("127.0.0.1", event.at("/headers/x-forwarded-for").asText());
        assertEquals(
                JSON.readTree("{\"x\":\"1,2\",\"y\":\"ñ o\",\"z\":\"\"}"),
                event.at("/queryStringParameters"));
        assertEquals(JSON.readTree("{\"thing\":\"a b\"}"), event.at("/pathParameters"));
        assertTrue(event.at("/body").isMissingNode());
        assertFalse(event.at("/isBase64Encoded").asBoolean(true));
        JsonNode context = event.at("/requestContext");
        assertEquals("000000000000", context.at("/accountId").asText());
        assertEquals("GET", context.at("/http/method").asText());
        assertEquals("HTTP/1.1", context.at("/http/protocol").asText());
        assertEquals("127.0.0.1", context.at("/http/sourceIp").asText());
        assertEquals("test", context.at("/http/userAgent").asText());
        assertEquals("$default", context.at("/stage").asText());
        assertTrue(
                context.at("/time")
                        .asText()
                        .matches("\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000"));
        assertTrue(context.at("/timeEpoch").isIntegralNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, ñ, false",
        "text/csv, ñ, false",
        "application/xml, ñ, false",
        "application/x-www-form-urlencoded, w7E=, true",
        "image/png, w7E=, true",
        "application/octet-stream, w7E=, true"
    })
    void aBodyComesAsTextOrInBase64ByItsType(String type, String body, boolean base64)
            throws Exception {
        HttpRequest.Builder request =
                request("/things/x")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("ñ", StandardCharsets.UTF_8));

        JsonNode event = JSON.readTree(send(request).body());

        assertEquals(body, event.at("/body").asText());
        assertEquals(base64, event.at("/isBase64Encoded").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /things/all, GET /things/all",
        "GET, /things/other, GET /things/{thing}",
        "PUT, /files/a/b%2Fc, ANY /files/{path+}",
    })
    void theMostSpecificRouteTakesARequest(String method, String path, String routeKey)
            throws Exception {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());

        JsonNode event = JSON.readTree(send(request).body());

        assertEquals(routeKey, event.at("/routeKey").asText());
    }

    @Test
    void whatNoRouteTakesIsNotFound() throws Exception {
        HttpResponse<String> answer = send(request("/things/x").DELETE());

        assertEquals(404, answer.statusCode());
        assertEquals("{\"message\":\"Not Found\"}", answer.body());
        assertEquals(404, send(request("/things").GET()).statusCode());
    }

    @Test
    void anAnswerCarriesStatusHeadersCookiesAndBody() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/answer/full")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("asked")));

        assertEquals(201, answer.statusCode());
        assertEquals("one,two", answer.body());
        assertEquals("asked", answer.headers().firstValue("x-was").orElse(""));
        assertEquals("text/csv", answer.headers().firstValue("content-type").orElse(""));
        assertEquals(List.of("a=1; HttpOnly", "b=2"), answer.headers().allValues("set-cookie"));
    }

    @Test
    void anAnswerInBase64ComesAsBytes() throws Exception {
        HttpResponse<byte[]> answer =
                client.send(request("/answer/bytes").GET().build(), BodyHandlers.ofByteArray());

        assertArrayEquals(new byte[] {0, 1, 2, (byte) 0xff}, answer.body());
    }

    @Test
    void anAnswerWithoutAStatusIsJson() throws Exception {
        HttpResponse<String> answer = send(request("/things/x").GET());

        assertEquals(200, answer.statusCode());
        assertEquals("application/json", answer.headers().firstValue("content-type").orElse(""));
    }

    @Test
    void aFunctionThatFailsIsAnInternalError() throws Exception {
        HttpResponse<String> answer = send(request("/answer/error").GET());

        assertEquals(500, answer.statusCode());
        assertEquals("{\"message\":\"Internal Server Error\"}", answer.body());
    }

    @Test
    void aFunctionThatTakesTooLongIsAnInternalErrorAndNoLongerRuns() throws Exception {
        HttpResponse<String> answer = send(request("/answer/never").GET());

        assertEquals(500, answer.statusCode());
        assertTrue(cloud.idle());
    }

    @Test
    void aBodyAboveTenMegabytesIsRefused() throws Exception {
        HttpRequest.Builder request =
                request("/things/x")
                        .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]));

        HttpResponse<String> answer = send(request);

        assertEquals(413, answer.statusCode());
        assertEquals("{\"message\":\"Request Entity Too Large\"}", answer.body());
    }

    @Test
    void aHeadRequestIsAnsweredWithoutABody() throws Exception {
        HttpResponse<String> answer =
                send(request("/answer/context").method("HEAD", BodyPublishers.noBody()));

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void aFunctionIsToldItsNameAndMemory() throws Exception {
        assertEquals("Answer 256", send(request("/answer/context").GET()).body());
    }

    @Test
    void aFunctionWithAContextFindsItsOwnEnvironmentThere() {
        byte[] greeting = "{\"name\":\"GREETING\"}".getBytes(StandardCharsets.UTF_8);
        byte[] endpoint = "{\"name\":\"AWS_ENDPOINT_URL_SQS\"}".getBytes(StandardCharsets.UTF_8);

        assertEquals("{\"value\":\"hello\"}", text(cloud.invoke("FromContext", greeting)));
        assertEquals(
                "{\"value\":\"" + cloud.sqs() + "\"}", text(cloud.invoke("FromContext", endpoint)));
        assertEquals("hello", cloud.environmentOf("FromContext").get("GREETING").orElse(""));
    }

    @Test
    void secretsComeThroughTheRealClient() {
        URI endpoint =
                URI.create(
                        cloud.environmentOf("Echo")
                                .get("AWS_ENDPOINT_URL_SECRETS_MANAGER")
                                .orElseThrow());
        try (SecretsManagerClient secrets =
                SecretsManagerClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClientBuilder(AwsCrtHttpClient.builder())
                        .build()) {
            assertEquals("s3cret", secrets.getSecretValue(r -> r.secretId("known")).secretString());
            assertThrows(
                    ResourceNotFoundException.class,
                    () -> secrets.getSecretValue(r -> r.secretId("unknown")));
        }
    }

    @Test
    void theSameDataCannotBeUsedTwiceAtOnce(@TempDir Path data) {
        LocalCloud.Options options =
                new LocalCloud.Options(
                        Path.of("src/test/resources/templates/stores.yaml"),
                        data,
                        0,
                        Map.of(),
                        id -> Optional.empty());

        try (LocalCloud first = LocalCloud.start(options, progress -> {})) {
            assertTrue(first.idle());
            assertThrows(
                    IllegalStateException.class, () -> LocalCloud.start(options, progress -> {}));
        }
    }

    @Test
    void aPortThatIsTakenIsAnErrorThatLeavesNothingRunning(@TempDir Path data) {
        Path template = Path.of("src/test/resources/templates/stores.yaml");
        LocalCloud.Options taken =
                new LocalCloud.Options(
                        template, data, cloud.api().getPort(), Map.of(), id -> Optional.empty());
        LocalCloud.Options free =
                new LocalCloud.Options(template, data, 0, Map.of(), id -> Optional.empty());

        assertThrows(RuntimeException.class, () -> LocalCloud.start(taken, progress -> {}));

        try (LocalCloud again = LocalCloud.start(free, progress -> {})) {
            assertTrue(again.idle());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cloud.api() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
