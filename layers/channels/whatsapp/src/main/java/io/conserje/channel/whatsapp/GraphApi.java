package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Secrets;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Json;
import io.conserje.model.Account;
import io.conserje.model.OutboundMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One account's way to the Graph API: one attempt a call, every ending a value.
 *
 * @param root where its versioned paths begin
 * @param quotes what no reason may repeat
 */
record GraphApi(URI root, String token, Quotes quotes) {
    static final String SECRET = "access-token";
    static final String NUMBER = "phone-number-id";
    static final String BUSINESS = "business-account-id";

    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]+");

    static GraphApi of(Account account, Secrets secrets) {
        String url = account.settings().getOrDefault(Settings.URL, "https://graph.facebook.com");
        String version = account.settings().getOrDefault(Settings.VERSION, "v24.0");
        return new GraphApi(
                URI.create(url + "/" + version), secrets.get(SECRET).strip(), Quotes.NONE);
    }

    GraphApi hiding(OutboundMessage message) {
        return new GraphApi(root, token, Quotes.of(message));
    }

    Ending get(String path, Duration limit) {
        return call(request -> request.GET(), path, limit);
    }

    Ending post(String path, ObjectNode payload, Duration limit) {
        return post(path, "application/json", BodyPublishers.ofString(Json.raw(payload)), limit);
    }

    Ending post(String path, String contentType, BodyPublisher body, Duration limit) {
        return call(request -> request.header("Content-Type", contentType).POST(body), path, limit);
    }

    /** Of an address that an earlier call with this token brought. */
    Http.Download download(URI address, Duration limit) {
        return http().download(authorized(address).GET().build(), limit);
    }

    private interface Method {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Ending call(Method method, String path, Duration limit) {
        // The JDK's own complaint about such a header would quote the token.
        if (!HEADER_VALUE.matcher(token).matches()) {
            return new Ending.Passing(
                    Delay.OPERATOR, "the access token is empty or no token: set it");
        }
        HttpRequest request = method.of(authorized(URI.create(root + "/" + path))).build();
        return Ending.of(http().send(request, limit), quotes);
    }

    private HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private Http http() {
        return new Http("the Graph API", token);
    }

    /** Without the token, which a record would print. */
    @Override
    public String toString() {
        return "GraphApi[" + root + "]";
    }
}
