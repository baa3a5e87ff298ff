package io.conserje.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the caller gets, read from a function's answer in format 2.0. */
record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** The server sets these itself; a function that sets them too would contradict it. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("content-length", "connection", "transfer-encoding", "keep-alive");

    static final HttpAnswer NOT_FOUND = message(404, "Not Found");
    static final HttpAnswer TOO_LARGE = message(413, "Request Entity Too Large");
    static final HttpAnswer ERROR = message(500, "Internal Server Error");

    private static HttpAnswer message(int status, String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(status, json(), List.of(), body);
    }

    private static Map<String, String> json() {
        return Map.of("content-type", "application/json");
    }

    static HttpAnswer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(byte[] answer) -> read(answer);
            case Outcome.Failed failed -> ERROR;
            case Outcome.TimedOut late -> ERROR;
        };
    }

    private static HttpAnswer read(byte[] answer) {
        try {
            JsonNode node = JSON.readTree(answer);
            if (!node.has("statusCode")) {
                String text = node.isTextual() ? node.textValue() : node.toString();
                return new HttpAnswer(
                        200, json(), List.of(), text.getBytes(StandardCharsets.UTF_8));
            }
            return explicit(node);
        } catch (IOException | IllegalArgumentException malformed) {
            return ERROR;
        }
    }

    private static HttpAnswer explicit(JsonNode node) {
        int status = node.path("statusCode").asInt(0);
        if (status < 100 || status > 599) {
            return ERROR;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "text/plain; charset=utf-8");
        node.path("headers").forEachEntry((name, value) -> put(headers, name, value));
        List<String> cookies = new ArrayList<>();
        node.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return new HttpAnswer(status, headers, cookies, body(node));
    }

    private static void put(Map<String, String> headers, String name, JsonNode value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!OF_THE_CONNECTION.contains(lower) && !value.isNull()) {
            headers.put(lower, value.asText());
        }
    }

    private static byte[] body(JsonNode node) {
        JsonNode body = node.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        String text = body.isTextual() ? body.textValue() : body.toString();
        return node.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
