package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Secrets;
import io.conserje.model.Account;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One account's way to the Graph API: one attempt a call, every ending a value. */
record GraphApi(URI messages, String token) {
    static final String SECRET = "access-token";
    static final String NUMBER = "phone-number-id";

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]+");

    /** Opened by the first call: a snapshot must hold no connection. */
    private static final class Http {
        static final HttpClient CLIENT =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TO_CONNECT)
                        .build();
    }

    static GraphApi of(Account account, Secrets secrets) {
        String url = account.settings().getOrDefault("graph-url", "https://graph.facebook.com");
        String version = account.settings().getOrDefault("graph-version", "v24.0");
        String messages = String.join("/", url, version, account.setting(NUMBER), "messages");
        return new GraphApi(URI.create(messages), secrets.get(SECRET).strip());
    }

    Reply post(ObjectNode payload, Duration limit) {
        // The JDK's own complaint about such a header would quote the token.
        if (!HEADER_VALUE.matcher(token).matches()) {
            return new Reply.NoToken();
        }
        return await(Http.CLIENT.sendAsync(request(payload), BodyHandlers.ofString()), limit);
    }

    private HttpRequest request(ObjectNode payload) {
        return HttpRequest.newBuilder(messages)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.raw(payload)))
                .build();
    }

    /** The limit is kept here: until JDK 26 a request's own ends with the headers (JDK-8208693). */
    private Reply await(CompletableFuture<HttpResponse<String>> call, Duration limit) {
        try {
            HttpResponse<String> response = call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After"),
                    withoutToken(response.body()));
        } catch (ExecutionException e) {
            return broken(e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            return new Reply.NoAnswer("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.NoAnswer("interrupted while waiting for the answer");
        }
    }

    /** Meta quotes a malformed token in full, and reasons are logged. */
    private String withoutToken(String body) {
        return body.replace(token, "(access token)");
    }

    private static Reply broken(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException e -> new Reply.NeverSent("no connection to the Graph API");
            case UnknownHostException e -> new Reply.NeverSent("no address of the Graph API");
            case HttpConnectTimeoutException e ->
                    new Reply.NeverSent("no connection to the Graph API in time");
            case SSLHandshakeException e ->
                    new Reply.NeverSent("no secure connection to the Graph API");
            case null, default -> new Reply.NoAnswer("connection lost before the answer");
        };
    }

    /** Without the token, which a record would print. */
    @Override
    public String toString() {
        return "GraphApi[" + messages + "]";
    }
}
