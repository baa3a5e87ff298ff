package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies by {@code kill -9} between a webhook's 200 and the reply. */
class SurvivalTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void exactly_one_reply_whenever_it_dies(@TempDir Path data)
            throws IOException, InterruptedException {
        // The moments lie around where the reply is on its way; the seed tells which they were.
        long seed = 20261121;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> customers = new ArrayList<>();
        for (int death = 0; death < 2; death++) {
            Launched running = Launched.up(data);
            String customer = "5076300000" + death;
            customers.add(customer);
            assertEquals(
                    200,
                    post(running, data, SignedPost.text(customer, "wamid.kill" + death, "hola")));
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(120).toNanos()));
            running.kill();
        }

        Launched last = Launched.up(data);
        Phones phones = last.phones("whatsapp");
        try {
            for (String customer : customers) {
                Awaitility.await("a reply to " + customer + ", seed " + seed)
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> !phones.heard(customer).isEmpty());
            }
            Awaitility.await("an empty way")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> isQuiet(last));
            for (String customer : customers) {
                assertEquals(
                        1,
                        phones.heard(customer).size(),
                        "replies to " + customer + ", seed " + seed);
            }
        } finally {
            last.kill();
        }
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

    private static int post(Launched running, Path data, byte[] body)
            throws IOException, InterruptedException {
        URI webhook = running.terminal().api().resolve("/messaging/whatsapp/demo");
        return SignedPost.post(webhook, body, secret(data)).statusCode();
    }

    private static boolean isQuiet(Launched running) {
        for (JsonNode part :
                Phones.get(running.terminal().api().resolve("/health")).path("parts")) {
            if (part.path("waiting").asLong() > 0) {
                return false;
            }
        }
        return true;
    }
}
