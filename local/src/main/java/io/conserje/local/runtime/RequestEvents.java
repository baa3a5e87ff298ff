package io.conserje.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Header;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.ServerRequest;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as an HTTP API hands it to a function: payload format 2.0. */
record RequestEvents(InstantSource clock, Identifiers identifiers) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final String API = "local";

    byte[] event(ServerRequest request, RouteTable.Match match, byte[] body) {
        HttpPrologue line = request.prologue();
        Map<String, String> headers = headers(request);
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", line.uriPath().rawPath());
        event.put("rawQueryString", line.query().rawValue());
        cookies(headers.remove("cookie"), event);
        ObjectNode fields = event.putObject("headers");
        headers.forEach(fields::put);
        put(event, "queryStringParameters", QueryText.decoded(line.query().rawValue()));
        event.set("requestContext", context(request, match, headers));
        put(event, "pathParameters", match.pathParameters());
        EventBody.put(event, headers.getOrDefault("content-type", ""), body);
        return bytes(event);
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void put(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode node = event.putObject(name);
            values.forEach(node::put);
        }
    }

    private static void cookies(@Nullable String header, ObjectNode event) {
        if (header != null) {
            ArrayNode cookies = event.putArray("cookies");
            Arrays.stream(header.split(";")).map(String::strip).forEach(cookies::add);
        }
    }

    /**
     * Repeated ones are joined, by a semicolon if they are cookies; and what the gateway adds is
     * added.
     */
    private static Map<String, String> headers(ServerRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : request.headers()) {
            String name = header.headerName().lowerCase();
            headers.put(name, String.join(name.equals("cookie") ? ";" : ",", header.allValues()));
        }
        headers.merge("x-forwarded-for", peer(request), (before, peer) -> before + ", " + peer);
        headers.putIfAbsent("x-forwarded-proto", "http");
        headers.putIfAbsent("x-forwarded-port", Integer.toString(request.localPeer().port()));
        return headers;
    }

    private ObjectNode context(
            ServerRequest request, RouteTable.Match match, Map<String, String> headers) {
        String domain = headers.getOrDefault("host", "127.0.0.1").replaceFirst(":\\d+$", "");
        Instant now = clock.instant();
        ObjectNode context = JSON.createObjectNode();
        context.put("accountId", Arn.ACCOUNT);
        context.put("apiId", API);
        context.put("domainName", domain);
        context.put("domainPrefix", domain.replaceFirst("\\..*$", ""));
        ObjectNode http = context.putObject("http");
        http.put("method", request.prologue().method().text());
        http.put("path", request.prologue().uriPath().rawPath());
        http.put("protocol", request.prologue().rawProtocol());
        http.put("sourceIp", peer(request));
        http.put("userAgent", headers.getOrDefault("user-agent", ""));
        context.put("requestId", identifiers.next());
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private static String peer(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : request.remotePeer().host();
    }
}
