package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code error} of a refused call.
 *
 * @param subcode 0 when there is none
 * @param said title and details, as Meta says them; empty when it says nothing
 */
record GraphError(int code, int subcode, boolean isTransient, String said) {
    /** Messages repeat the code in front: {@code (#131009) Parameter value is not valid}. */
    private static final Pattern CODE_IN_FRONT = Pattern.compile("^\\(#[0-9]+\\)\\s*");

    static Optional<GraphError> read(String body) {
        JsonNode error = Json.parseAnswer(body).path("error");
        JsonNode code = error.path("code");
        return code.isIntegralNumber() && code.canConvertToInt()
                ? Optional.of(
                        new GraphError(
                                code.intValue(),
                                error.path("error_subcode").asInt(0),
                                error.path("is_transient").asBoolean(false),
                                said(error)))
                : Optional.empty();
    }

    /** {@code code title: details}, whichever of them are there. */
    String words() {
        return code + said;
    }

    static String words(JsonNode error) {
        return Json.text(error, "code").orElse("no code") + said(error);
    }

    /** What is wrong with a template stands in words meant for the user alone. */
    private static String said(JsonNode error) {
        String title =
                Json.text(error, "title")
                        .or(() -> Json.text(error, "message"))
                        .map(text -> " " + CODE_IN_FRONT.matcher(text).replaceFirst(""))
                        .orElse("");
        String details =
                Json.text(error.path("error_data"), "details")
                        .or(() -> Json.text(error, "error_user_msg"))
                        .map(text -> ": " + text)
                        .orElse("");
        return title + details;
    }
}
