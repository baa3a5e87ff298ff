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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Carries one letter once. */
final class Courier implements AutoCloseable {
    private static final int IN_FLIGHT = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final List<Consumer<PostedWebhook>> listeners = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<URI> address = new CompletableFuture<>();
    private final Seal seal;

    Courier(Seal seal, Executor executor) {
        this.seal = seal;
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

    synchronized void address(URI webhook) {
        CompletableFuture<URI> before = address;
        address = CompletableFuture.completedFuture(webhook);
        before.complete(webhook);
    }

    synchronized void noAddress() {
        if (address.isDone()) {
            address = new CompletableFuture<>();
        }
    }

    /**
     * Waits for an address when there is none, and for its turn when many are on their way. Seals
     * at the last moment, because an address may come with another secret.
     */
    PostedWebhook carry(Webhook webhook, int attempt, boolean duplicate)
            throws InterruptedException {
        URI to = address();
        inFlight.acquire();
        PostedWebhook posted;
        try {
            posted = exchange(to, webhook, attempt, duplicate);
        } finally {
            inFlight.release();
        }
        listeners.forEach(listener -> listener.accept(posted));
        return posted;
    }

    private URI address() throws InterruptedException {
        try {
            return address.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an address does not fail to come", e);
        }
    }

    private PostedWebhook exchange(URI to, Webhook webhook, int attempt, boolean duplicate)
            throws InterruptedException {
        HttpRequest request = request(to, seal.seal(webhook.body()));
        long started = System.nanoTime();
        int status = 0;
        String problem = null;
        try {
            status = http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            problem = e.toString();
        }
        long took = System.nanoTime() - started;
        return new PostedWebhook(
                webhook.messages(), attempt, duplicate, status, problem, started, took);
    }

    private static HttpRequest request(URI to, Letter letter) {
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
