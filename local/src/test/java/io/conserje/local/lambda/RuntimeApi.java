package io.conserje.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API on loopback, for one function
 * (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    /** What the functions with the longest runs are given. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpServer server;
    private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Call running;
    private volatile String initError = "";

    private record Call(String id, byte[] event, CompletableFuture<String> answer) {}

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(ROOT, this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the function answers, or an exception with what it reported. */
    String invoke(byte[] event) throws InterruptedException, ExecutionException, TimeoutException {
        Call call =
                new Call("8476a536-e9f4-11e8-9739-2dfe598c3fcd", event, new CompletableFuture<>());
        waiting.add(call);
        try {
            return call.answer().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException("no answer within " + TIMEOUT + "; " + initError);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.UTF_8);
        if (path.equals("invocation/next")) {
            next(exchange);
        } else if (path.endsWith("/response")) {
            current().answer().complete(text);
            answer(exchange, 202, new byte[0]);
        } else if (path.endsWith("/error")) {
            initError = text;
            Call call = running;
            if (call != null) {
                call.answer().completeExceptionally(new IllegalStateException(text));
            }
            answer(exchange, 202, new byte[0]);
        } else {
            answer(exchange, 404, new byte[0]);
        }
    }

    private Call current() {
        Call call = running;
        if (call == null) {
            throw new IllegalStateException("an answer to a call that was never made");
        }
        return call;
    }

    private void next(HttpExchange exchange) throws IOException {
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
        server.stop(0);
    }
}
