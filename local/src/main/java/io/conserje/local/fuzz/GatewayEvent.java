package io.conserje.local.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.fuzz.Request.Header;
import io.conserje.local.runtime.EventBody;
import io.conserje.local.runtime.QueryText;
import io.conserje.local.runtime.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as a function gets it, without a server in between.
 *
 * @param body as it is after the gateway has made text of what calls itself text
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
record GatewayEvent(byte[] json, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static GatewayEvent of(
            Request request, List<Header> headers, RouteTable.Match match, String id) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0").put("routeKey", match.route().key());
        event.put("rawPath", request.path()).put("rawQueryString", request.query());
        Map<String, String> joined = joined(headers);
        joined.forEach(event.putObject("headers")::put);
        put(event, "queryStringParameters", QueryText.decoded(request.query()));
        put(event, "pathParameters", match.pathParameters());
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", id).put("routeKey", match.route().key());
        context.putObject("http").put("method", request.method()).put("path", request.path());
        EventBody.put(event, joined.getOrDefault("content-type", ""), request.body());
        return new GatewayEvent(written(event), EventBody.read(event));
    }

    private static byte[] written(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void put(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            values.forEach(event.putObject(name)::put);
        }
    }

    private static Map<String, String> joined(List<Header> headers) {
        Map<String, String> joined = new TreeMap<>();
        headers.forEach(header ->
                joined.merge(
                        header.name().toLowerCase(Locale.ROOT),
                        header.value(),
                        (one, other) -> one + "," + other));
        return joined;
    }
}
