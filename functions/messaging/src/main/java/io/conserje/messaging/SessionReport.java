package io.conserje.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.Shown;
import io.conserje.application.session.Sessions.Kind;
import io.conserje.application.session.Sessions.Wish;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A session and a wish as JSON. */
final class SessionReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SessionReport() {}

    static Map<String, Object> of(SessionState state, Instant now) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("state", state.state().word());
        report.put("well", state.isWell(now));
        report.put("since", state.since().toString());
        report.put("seen", state.seen().toString());
        state.phone().ifPresent(phone -> report.put("phone", phone));
        shown(state.qr(), now).ifPresent(qr -> report.put("qr", qr));
        shown(state.code(), now).ifPresent(code -> report.put("code", code));
        state.lastError().ifPresent(error -> report.put("lastError", error));
        state.restrictedUntil().ifPresent(at -> report.put("restrictedUntil", at.toString()));
        state.wish().ifPresent(wish -> report.put("wish", wish));
        report.put("counts", state.counts());
        return report;
    }

    /** What has expired links nothing any more. */
    private static Optional<Map<String, String>> shown(Optional<Shown> shown, Instant now) {
        return shown.filter(it -> it.expires().isAfter(now))
                .map(it -> Map.of("text", it.text(), "expires", it.expires().toString()));
    }

    /**
     * @throws IllegalArgumentException that names what is wrong with it
     */
    static Wish wish(String id, byte[] body) {
        JsonNode read;
        try {
            read = JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
        String word = read.path("wish").asText();
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("wish: give one of " + kinds()));
        return new Wish(id, kind, Optional.ofNullable(read.path("phone").textValue()));
    }

    private static String kinds() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
    }
}
