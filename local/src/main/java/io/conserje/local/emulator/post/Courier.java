package io.conserje.local.emulator.post;

import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.emulator.post.Seal.Letter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries one letter once. */
final class Courier implements AutoCloseable {
    private static final int IN_FLIGHT = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final List<Consumer<PostedWebhook>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch addressed = new CountDownLatch(1);
    private volatile @Nullable URI address;

    Courier(Executor executor) {
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .executor(executor)
                        .build();
    }

    void listen(Consumer<PostedWebhook> listener) {
        listeners.add(listener);
    }

    void address(URI webhook) {
        address = webhook;
        addressed.countDown();
    }

    /** Waits for an address when there is none yet, and for its turn when many are on their way. */
    PostedWebhook carry(Webhook webhook, Letter letter, int attempt, boolean duplicate)
            throws InterruptedException {
        addressed.await();
        inFlight.acquire();
        PostedWebhook posted;
        try {
            posted = exchange(webhook, letter, attempt, duplicate);
        } finally {
            inFlight.release();
        }
        listeners.forEach(listener -> listener.accept(posted));
        return posted;
    }

    private PostedWebhook exchange(Webhook webhook, Letter letter, int attempt, boolean duplicate)
            throws InterruptedException {
        long started = System.nanoTime();
        int status = 0;
        String problem = null;
        try {
            status = http.send(request(letter), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            problem = e.toString();
        }
        long took = System.nanoTime() - started;
        return new PostedWebhook(
                webhook.messages(), attempt, duplicate, status, problem, started, took);
    }

    private HttpRequest request(Letter letter) {
        URI to = address;
        if (to == null) {
            throw new IllegalStateException("a webhook left before there was an address");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofByteArray(letter.body()));
        letter.headers().forEach(request::header);
        return request.build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
