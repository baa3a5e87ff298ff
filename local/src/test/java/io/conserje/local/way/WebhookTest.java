package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to the webhook's address, well-meant or not. */
class WebhookTest {
    private static Site site;
    private static URI address;
    private static String secret;

    @BeforeAll
    static void open(@TempDir Path data) {
        site = Checkout.running(data);
        address = site.cloud().api().resolve("/messaging/whatsapp/demo");
        secret = site.lines().getFirst().emulator().secrets().getOrDefault("app-secret", "");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static int status(byte[] body) throws IOException, InterruptedException {
        return SignedPost.post(address, body, secret).statusCode();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_same_webhook_five_times_at_once_leaves_one_message_and_one_reply()
            throws IOException, InterruptedException, ExecutionException {
        byte[] body = SignedPost.text("50762000001", "wamid.five", "hola");
        List<Future<HttpResponse<String>>> posts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                posts.add(threads.submit(() -> SignedPost.post(address, body, secret)));
            }
        }
        for (Future<HttpResponse<String>> post : posts) {
            assertEquals(200, post.get().statusCode());
        }
        assertEquals(200, status(body), "and once more, later");

        assertEquals(1, Checkout.replies(site, "50762000001").size());
    }

    @Test
    void a_burst_that_arrives_together_is_answered_once() throws IOException, InterruptedException {
        String first =
                new String(
                        SignedPost.text("50762000002", "wamid.b1", "hola"), StandardCharsets.UTF_8);
        String second =
                "{\"from\":\"50762000002\",\"id\":\"wamid.b2\",\"timestamp\":\"1795262400\",\"type\":\"text\","
                        + "\"text\":{\"body\":\"¿hay estacionamiento?\"}}";

        assertEquals(200, status(bytes(first.replace("}]\n}}]}]}", "}," + second + "]\n}}]}]}"))));

        List<String> replies = Checkout.texts(site, "50762000002");
        assertEquals(1, replies.size(), replies::toString);
        assertTrue(
                replies.getFirst().contains("¡Hola!") && replies.getFirst().contains("calle Goya"),
                replies::toString);
    }

    @Test
    void a_wrong_signature_is_refused_and_nothing_is_stored()
            throws IOException, InterruptedException {
        byte[] body = SignedPost.text("50762000003", "wamid.forged", "hola, soy un secreto");

        assertEquals(401, SignedPost.post(address, body, "not-the-secret").statusCode());
        assertEquals(401, SignedPost.send(address, body, "sha256=zz").statusCode());
        assertEquals(401, SignedPost.send(address, body, "none").statusCode());

        assertTrue(Checkout.replies(site, "50762000003").isEmpty());
    }

    @Test
    void a_body_that_is_not_json_is_refused() throws IOException, InterruptedException {
        HttpResponse<String> answer = SignedPost.post(address, bytes("hola"), secret);

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("JSON"), answer::body);
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws IOException, InterruptedException {
        assertEquals(413, status(bytes("{\"object\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}")));
    }

    @Test
    void an_account_that_nobody_has_is_not_found() throws IOException, InterruptedException {
        byte[] body = SignedPost.text("50762000004", "wamid.lost", "hola");

        assertEquals(404, SignedPost.post(address.resolve("nobody"), body, secret).statusCode());
        assertEquals(
                404, SignedPost.post(address.resolve("Not%20a%20name"), body, secret).statusCode());
    }

    @Test
    void a_shape_that_nobody_knows_is_taken_and_kept() throws IOException, InterruptedException {
        assertEquals(
                200, status(bytes("{\"object\":\"something_new\",\"entry\":{\"surprise\":true}}")));
        assertEquals(200, status(bytes("{}")));
        assertEquals(
                200,
                status(
                        bytes(
                                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":"
                                        + "[{\"field\":\"something_newer\",\"value\":{\"padding\":\""
                                        + "x".repeat(400_000)
                                        + "\"}}]}]}")));
        Checkout.settle(site);
        assertTrue(site.cloud().depths().stream().allMatch(depth -> depth.empty()));
    }

    /**
     * A payload as it would be if it were about our number, so that it is read and not just kept.
     */
    private static byte[] forUs(String payload) {
        String ours =
                site.lines().getFirst().emulator().settings().getOrDefault("phone-number-id", "");
        return bytes(
                payload.replaceAll("(\"phone_number_id\"\\s*:\\s*)\"\\d+\"", "$1\"" + ours + "\""));
    }

    /** Real payloads, wherever somebody has a folder of them. */
    @Test
    void every_payload_of_a_folder_is_accepted() throws IOException, InterruptedException {
        String folder = System.getenv("CONSERJE_WIRE");
        if (folder == null) {
            System.out.println("CONSERJE_WIRE is not set: no folder of real payloads was checked");
        }
        org.junit.jupiter.api.Assumptions.assumeTrue(folder != null, "CONSERJE_WIRE is not set");
        Path base = Checkout.ROOT.resolve(folder == null ? "" : folder).normalize();
        List<Path> payloads = payloads(base.resolve("whatsapp"));
        for (Path payload : payloads) {
            accepted(payload, SignedPost.post(address, forUs(Files.readString(payload)), secret));
        }
        Site.Line telegram = Checkout.line(site, "demo", "telegram");
        List<Path> updates = payloads(base.resolve("telegram"));
        for (Path update : updates) {
            accepted(
                    update,
                    SignedPost.post(
                            site.cloud().api().resolve("/messaging/telegram/demo"),
                            Files.readAllBytes(update),
                            "x-telegram-bot-api-secret-token",
                            telegram.emulator().secrets().getOrDefault("webhook-secret", "")));
        }
        Checkout.settle(site);
        System.out.println(
                "CONSERJE_WIRE: " + (payloads.size() + updates.size()) + " payloads accepted");
    }

    private static void accepted(Path payload, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), () -> payload.getFileName() + ": " + answer.body());
    }

    private static List<Path> payloads(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> payloads =
                    files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            assertFalse(payloads.isEmpty(), () -> "there is no payload in " + folder);
            return payloads;
        }
    }
}
