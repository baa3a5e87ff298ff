package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.channel.Webhook;
import io.conserje.model.AccountRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HTTP API's payload format 2.0 and our words. */
final class HttpApi {
    private static final Pattern ROUTE =
            Pattern.compile("[A-Z]+ /messaging/([a-z0-9-]+)/\\{account}");

    private HttpApi() {}

    /** Which account a route and its path name; empty when no account can have such a name. */
    static Optional<AccountRef> account(APIGatewayV2HTTPEvent event) {
        Matcher route = ROUTE.matcher(event.getRouteKey());
        if (!route.matches()) {
            throw new IllegalArgumentException(
                    "route '"
                            + event.getRouteKey()
                            + "' is not this function's: in template.yaml it reads /messaging/<channel>/{account}");
        }
        try {
            return Optional.of(
                    new AccountRef(
                            route.group(1),
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

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
