package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies by {@code kill -9} between a webhook's 200 and the reply. */
class SurvivalTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private record Running(Process process, URI api, URI emulator, String secret) {}

    @Test
    void exactly_one_reply_whenever_it_dies(@TempDir Path data)
            throws IOException, InterruptedException {
        // The moments lie around where the reply is on its way; the seed tells which they were.
        long seed = 20261121;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> customers = new ArrayList<>();
        for (int death = 0; death < 4; death++) {
            Running running = start(data);
            String customer = "5076300000" + death;
            customers.add(customer);
            assertEquals(
                    200, post(running, SignedPost.text(customer, "wamid.kill" + death, "hola")));
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(120).toNanos()));
            running.process().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        Running last = start(data);
        try {
            for (String customer : customers) {
                Awaitility.await("a reply to " + customer + ", seed " + seed)
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> replies(last, customer) >= 1);
            }
            Awaitility.await("an empty way")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> isQuiet(last));
            for (String customer : customers) {
                assertEquals(
                        1, replies(last, customer), "replies to " + customer + ", seed " + seed);
            }
        } finally {
            last.process().destroyForcibly();
        }
    }

    private static Running start(Path data) throws IOException {
        Path run = data.resolve("run.json");
        Files.deleteIfExists(run);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dconserje.root=" + Checkout.ROOT,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.conserje.local.command.Conserje",
                                "up",
                                "--data",
                                data.toString(),
                                "--port",
                                "0")
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("console.log").toFile())
                        .start();
        Awaitility.await("up is ready")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(run) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(data.resolve("console.log")));
        }
        JsonNode file = JSON.readTree(run.toFile());
        URI emulator = URI.create(file.path("lines").path(0).path("emulator").asText());
        return new Running(process, URI.create(file.path("api").asText()), emulator, secret(data));
    }

    private static String secret(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("providers", "whatsapp", "demo"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains("app-secret") || text.contains("appSecret")) {
                    JsonNode node = JSON.readTree(text);
                    return node.has("app-secret")
                            ? node.path("app-secret").asText()
                            : node.path("appSecret").asText();
                }
            }
        }
        throw new IllegalStateException("the emulator keeps no app secret under " + data);
    }

    private static int post(Running running, byte[] body) throws IOException, InterruptedException {
        return SignedPost.post(
                        running.api().resolve("/messaging/whatsapp/demo"), body, running.secret())
                .statusCode();
    }

    private static long replies(Running running, String customer)
            throws IOException, InterruptedException {
        JsonNode lines =
                get(running.emulator().resolve("/_emulator/phones/" + customer + "/messages"));
        long count = 0;
        for (JsonNode line : lines.path("messages")) {
            count += line.path("direction").asText().equals("BUSINESS") ? 1 : 0;
        }
        return count;
    }

    private static boolean isQuiet(Running running) throws IOException, InterruptedException {
        for (JsonNode part : get(running.api().resolve("/health")).path("parts")) {
            if (part.path("waiting").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode get(URI uri) throws IOException, InterruptedException {
        return JSON.readTree(
                CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
    }
}
