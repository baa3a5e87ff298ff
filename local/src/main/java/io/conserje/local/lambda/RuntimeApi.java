package io.conserje.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API on loopback, for one function
 * (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), with SnapStart's parking place
 * and the address that credentials come from.
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String CREDENTIALS = "/credentials";
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    /** What the functions with the longest runs are given. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static {
        // Head and body of an answer are two packets; without this the second waits for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> parked = new CompletableFuture<>();
    private final CompletableFuture<Void> asking = new CompletableFuture<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger signedIn = new AtomicInteger();
    private volatile @Nullable Call running;
    private volatile String initError = "";

    private record Call(
            String id, byte[] event, Runnable answered, CompletableFuture<Answer> answer) {}

    /**
     * What a function answered.
     *
     * @param at when, by {@link System#nanoTime}
     */
    public record Answer(String body, long at) {}

    public RuntimeApi() throws IOException {
        this(0);
    }

    /**
     * @param port of one that was closed, for a function that knows no other
     */
    public RuntimeApi(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(ROOT, this::serve);
        server.createContext(CREDENTIALS, this::signIn);
        server.start();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** For {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}. */
    public String credentials() {
        return "http://" + address() + CREDENTIALS;
    }

    /** How often credentials were fetched. */
    public int signedIn() {
        return signedIn.get();
    }

    /** Until a function with SnapStart has run its hooks and waits to be restored. */
    public void awaitParked() throws InterruptedException, ExecutionException, TimeoutException {
        await(parked, "not ready for a snapshot within ");
    }

    /** Until a function asks for its first event. */
    public void awaitAsking() throws InterruptedException, ExecutionException, TimeoutException {
        await(asking, "not ready for an event within ");
    }

    private static <T> T await(CompletableFuture<T> what, String otherwise)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return what.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException(otherwise + TIMEOUT);
        }
    }

    /** Lets a parked function go on, as after a restore. */
    public void restore() {
        released.countDown();
    }

    /** What the function answers, or an exception with what it reported. */
    public String invoke(byte[] event)
            throws InterruptedException, ExecutionException, TimeoutException {
        return await(submit(event)).body();
    }

    /** Has the function called as soon as it asks. */
    public CompletableFuture<Answer> submit(byte[] event) {
        return submit(event, () -> {});
    }

    /**
     * @param answered done when the answer has come, while the function still waits
     */
    public CompletableFuture<Answer> submit(byte[] event, Runnable answered) {
        Call call =
                new Call(
                        "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
                        event,
                        answered,
                        new CompletableFuture<>());
        waiting.add(call);
        return call.answer();
    }

    public Answer await(CompletableFuture<Answer> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return await(answer, initError + " no answer within ");
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        long now = System.nanoTime();
        String text = new String(body, UTF_8);
        if (path.equals("invocation/next")) {
            next(exchange);
        } else if (path.equals("restore/next")) {
            park(exchange);
        } else if (path.endsWith("/response")) {
            Call call = current();
            call.answered().run();
            answer(exchange, 202, new byte[0]);
            call.answer().complete(new Answer(text, now));
        } else if (path.endsWith("/error")) {
            failed(path + ": " + text);
            answer(exchange, 202, new byte[0]);
        } else {
            answer(exchange, 404, new byte[0]);
        }
    }

    private void failed(String error) {
        initError = error;
        IllegalStateException failure = new IllegalStateException(error);
        parked.completeExceptionally(failure);
        asking.completeExceptionally(failure);
        Call call = running == null ? waiting.poll() : running;
        if (call != null) {
            call.answer().completeExceptionally(failure);
        }
    }

    private Call current() {
        Call call = running;
        if (call == null) {
            throw new IllegalStateException("an answer to a call that was never made");
        }
        return call;
    }

    private void park(HttpExchange exchange) throws IOException {
        parked.complete(null);
        try {
            released.await();
            answer(exchange, 200, new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @TheOutsideWorld
    private void next(HttpExchange exchange) throws IOException {
        asking.complete(null);
        try {
            Call call = waiting.take();
            running = call;
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", call.id());
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Deadline-Ms",
                            Long.toString(System.currentTimeMillis() + LONGEST.toMillis()));
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:us-east-1:123456789012:function:f");
            answer(exchange, 200, call.event());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signIn(HttpExchange exchange) throws IOException {
        int time = signedIn.incrementAndGet();
        String credentials =
                """
                {"AccessKeyId": "KEY%d", "SecretAccessKey": "a-key", "Token": "a-token",
                 "Expiration": "2099-01-01T00:00:00Z"}
                """;
        answer(exchange, 200, String.format(Locale.ROOT, credentials, time).getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
