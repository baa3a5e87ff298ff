package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code error} of a refused call.
 *
 * @param words code, title and details, as Meta says them
 */
record GraphError(int code, boolean isTransient, String words) {
    /** Messages repeat the code in front: {@code (#131009) Parameter value is not valid}. */
    private static final Pattern CODE_IN_FRONT = Pattern.compile("^\\(#[0-9]+\\)\\s*");

    static Optional<GraphError> read(String body) {
        JsonNode error = Json.parseAnswer(body).path("error");
        JsonNode code = error.path("code");
        return code.isIntegralNumber() && code.canConvertToInt()
                ? Optional.of(
                        new GraphError(
                                code.intValue(),
                                error.path("is_transient").asBoolean(false),
                                words(error)))
                : Optional.empty();
    }

    /** {@code code title: details}, whichever of them are there. */
    static String words(JsonNode error) {
        String code = Json.text(error, "code").orElse("no code");
        String title =
                Json.text(error, "title")
                        .or(() -> Json.text(error, "message"))
                        .map(text -> " " + CODE_IN_FRONT.matcher(text).replaceFirst(""))
                        .orElse("");
        String details =
                Json.text(error.path("error_data"), "details").map(text -> ": " + text).orElse("");
        return code + title + details;
    }
}
