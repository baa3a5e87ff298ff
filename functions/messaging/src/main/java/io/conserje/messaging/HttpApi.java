package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.channel.Webhook;
import io.conserje.model.AccountRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HTTP API's payload format 2.0 and our words. */
final class HttpApi {
    private static final Pattern ROUTE =
            Pattern.compile("[A-Z]+ /messaging/([a-z0-9-]+)/\\{account}");

    /** By route key, of which a function has few. */
    private static final Map<String, String> CHANNELS = new ConcurrentHashMap<>();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HttpApi() {}

    /** Which account a route and its path name; empty when no account can have such a name. */
    static Optional<AccountRef> account(APIGatewayV2HTTPEvent event) {
        return account(CHANNELS.computeIfAbsent(event.getRouteKey(), HttpApi::channel), event);
    }

    private static String channel(String routeKey) {
        Matcher route = ROUTE.matcher(routeKey);
        if (!route.matches()) {
            throw new IllegalArgumentException(
                    "route '"
                            + routeKey
                            + "' is not this function's: in template.yaml it reads /messaging/<channel>/{account}");
        }
        return route.group(1);
    }

    /** Which account of a channel the path names; empty when none can have such a name. */
    static Optional<AccountRef> account(String channel, APIGatewayV2HTTPEvent event) {
        try {
            return Optional.of(
                    new AccountRef(
                            channel,
                            orEmpty(event.getPathParameters()).getOrDefault("account", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Webhook webhook(APIGatewayV2HTTPEvent event) {
        String body = event.getBody() == null ? "" : event.getBody();
        byte[] raw =
                event.getIsBase64Encoded()
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8);
        return new Webhook(
                orEmpty(event.getHeaders()), orEmpty(event.getQueryStringParameters()), raw);
    }

    static APIGatewayV2HTTPResponse answer(int status, String text) {
        return answer(status, "text/plain; charset=utf-8", text);
    }

    static APIGatewayV2HTTPResponse answer(int status, String type, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("content-type", type, "cache-control", "no-store"))
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }

    static APIGatewayV2HTTPResponse json(int status, Map<String, ?> body) {
        try {
            return answer(status, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts and numbers can always be written", e);
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
