package io.conserje.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Secrets;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Reply;
import io.conserje.model.Account;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One account's way to the Bot API (core.telegram.org/bots/api#making-requests). */
record BotApi(String url, String token) {
    static final String SECRET = "bot-token";
    static final String NO_TOKEN = "the secret 'bot-token' is empty or no token: set it";

    /** The token is part of the address, where nothing else may stand. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]+");

    /** Empty when the token is none; the JDK's own complaint would quote it. */
    static Optional<BotApi> of(Account account, Secrets secrets) {
        String url = Settings.apiUrl(account);
        return Optional.of(secrets.get(SECRET).strip())
                .filter(token -> TOKEN.matcher(token).matches())
                .map(token -> new BotApi(url, token));
    }

    Reply post(String method, ObjectNode fields, Duration limit) {
        return post(method, "application/json", BodyPublishers.ofString(Json.raw(fields)), limit);
    }

    Reply post(String method, String contentType, BodyPublisher body, Duration limit) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/bot" + token + "/" + method))
                        .header("Content-Type", contentType)
                        .POST(body)
                        .build();
        return http().send(request, limit);
    }

    /**
     * @param path as getFile names it
     */
    Http.Download download(String path, Duration limit) {
        String address = url + "/file/bot" + token + "/" + encoded(path);
        return http().download(HttpRequest.newBuilder(URI.create(address)).build(), limit);
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /**
     * Before the colon stands the bot's number, which is public: an answer may hold it as an id.
     */
    private Http http() {
        return new Http("the Bot API", token.substring(token.indexOf(':') + 1));
    }

    /** Without the token, which a record would print. */
    @Override
    public String toString() {
        return "BotApi[" + url + "]";
    }
}
