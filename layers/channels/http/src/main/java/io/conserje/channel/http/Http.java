package io.conserje.channel.http;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a provider's API: one attempt each, every ending a value. Reasons name the API and never
 * hold an address, which may hold a token.
 *
 * @param api what an operator knows it by, for example {@code the Graph API}
 * @param secret is taken out of every answer, since providers quote it and reasons are logged
 */
public record Http(String api, String secret) {
    /** How opening a download ended. */
    public sealed interface Download {}

    /**
     * @param bytes to be closed; a read waits as long as the sender does, so who reads sets a limit
     */
    public record Opened(HttpResponse<InputStream> response, InputStream bytes)
            implements Download {}

    public record Failed(Reply reply) implements Download {}

    /**
     * To be called while a function is made, so that no snapshot holds a connection: who comes
     * later is not told of the snapshot.
     */
    public static void prepare() {
        Connections.register();
    }

    /**
     * @param limit for all of it, the last byte of the answer included
     */
    public Reply send(HttpRequest request, Duration limit) {
        return await(request, BodyHandlers.ofString(), limit, this::answer, Function.identity());
    }

    /**
     * Opens a download; anything else than a success is read as an answer.
     *
     * @param limit until the first byte of the answer
     */
    public Download download(HttpRequest request, Duration limit) {
        return await(
                request,
                BodyHandlers.ofInputStream(),
                limit,
                response ->
                        response.statusCode() / 100 == 2
                                ? new Opened(response, response.body())
                                : new Failed(refused(response)),
                Failed::new);
    }

    private Reply answer(HttpResponse<String> response) {
        return new Reply.Answer(
                response.statusCode(),
                response.headers().firstValue("Retry-After"),
                withoutSecret(response.body()));
    }

    /** A download's refusal says enough with its status; its body may be endless. */
    private static Reply refused(HttpResponse<InputStream> response) {
        try (InputStream unread = response.body()) {
            return new Reply.Answer(
                    response.statusCode(), response.headers().firstValue("Retry-After"), "");
        } catch (java.io.IOException e) {
            return new Reply.NoAnswer("connection lost before the answer");
        }
    }

    private String withoutSecret(String body) {
        return secret.isEmpty() ? body : body.replace(secret, "(access token)");
    }

    /** The limit is kept here: until JDK 26 a request's own ends with the headers (JDK-8208693). */
    private <B, T> T await(
            HttpRequest request,
            BodyHandler<B> handler,
            Duration limit,
            Function<HttpResponse<B>, T> answered,
            Function<Reply, T> failed) {
        CompletableFuture<HttpResponse<B>> call = Connections.client().sendAsync(request, handler);
        try {
            return answered.apply(call.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return failed.apply(broken(e.getCause()));
        } catch (TimeoutException e) {
            call.cancel(true);
            return failed.apply(new Reply.NoAnswer("no answer within " + limit.toMillis() + " ms"));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return failed.apply(new Reply.NoAnswer("interrupted while waiting for the answer"));
        }
    }

    private Reply broken(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException e -> new Reply.NeverSent("no connection to " + api);
            case UnknownHostException e -> new Reply.NeverSent("no address of " + api);
            case HttpConnectTimeoutException e ->
                    new Reply.NeverSent("no connection to " + api + " in time");
            case SSLHandshakeException e -> new Reply.NeverSent("no secure connection to " + api);
            case null, default -> new Reply.NoAnswer("connection lost before the answer");
        };
    }

    /** Without the secret, which a record would print. */
    @Override
    public String toString() {
        return "Http[" + api + "]";
    }
}
