package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An error of the Graph API. Codes and HTTP statuses are those of Meta's list of error codes; the
 * wording is near to Meta's, which asks nobody to rely on it.
 */
record GraphError(
        int httpStatus,
        String type,
        int code,
        @Nullable Integer subcode,
        String message,
        @Nullable String details,
        @Nullable ForPeople forPeople) {

    /** What Meta's own pages would show. */
    record ForPeople(String title, String message) {}

    private static final String OAUTH = "OAuthException";

    static final GraphError NO_TOKEN =
            new GraphError(
                    401,
                    OAUTH,
                    190,
                    null,
                    "Invalid OAuth access token - Cannot parse access token",
                    null,
                    null);

    static final GraphError UNKNOWN_PATH =
            new GraphError(400, OAUTH, 2500, null, "Unknown path components", null, null);

    /** What passes when the call is made again. */
    private static final List<GraphError> PASSING =
            List.of(
                    coded(500, 131000, "Something went wrong", "Message failed to send."),
                    coded(503, 131016, "Service unavailable", "A service is temporarily down."));

    static GraphError passing(RandomGenerator dice) {
        return PASSING.get(dice.nextInt(PASSING.size()));
    }

    static GraphError unknownObject(String method, String id) {
        String message =
                "Unsupported "
                        + method
                        + " request. Object with ID '"
                        + id
                        + "' does not exist, cannot be loaded due to missing permissions,"
                        + " or does not support this operation.";
        return new GraphError(400, "GraphMethodException", 100, 33, message, null, null);
    }

    static GraphError required(String parameter) {
        return coded(400, 100, "The parameter " + parameter + " is required.", null);
    }

    static GraphError invalid(String details) {
        return coded(400, 100, "Invalid parameter", details);
    }

    static GraphError tooLong(String parameter, int most) {
        return coded(
                400,
                100,
                "Param " + parameter + " must be at most " + most + " characters long.",
                null);
    }

    /** What is there but not as it should be. */
    static GraphError badValue(String details) {
        return coded(400, 131009, "Parameter value is not valid", details);
    }

    static GraphError tooManyCalls() {
        return coded(
                429,
                130429,
                "Rate limit hit",
                "Message failed to send because there were too many messages sent from this phone"
                        + " number in a short period of time.");
    }

    static GraphError tooManyToOneCustomer() {
        return coded(
                400,
                131056,
                "(Business Account, Consumer Account) pair rate limit hit",
                "Message failed to send because there were too many messages sent from this phone"
                        + " number to the same phone number in a short period of time.");
    }

    static GraphError medium(String details) {
        return coded(400, 131053, "Media upload error", details);
    }

    /** What is wrong with a message's template. */
    static GraphError ofMessage(int httpStatus, int code, String title, String details) {
        return coded(httpStatus, code, title, details);
    }

    /** What is wrong with a template itself. */
    static GraphError template(int subcode, String title, String message) {
        return new GraphError(
                400, OAUTH, 100, subcode, "Invalid parameter", null, new ForPeople(title, message));
    }

    private static GraphError coded(
            int httpStatus, int code, String title, @Nullable String details) {
        String message = "(#" + code + ") " + title;
        return new GraphError(httpStatus, OAUTH, code, null, message, details, null);
    }

    ObjectNode body(String trace) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error").put("message", message);
        error.put("type", type).put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (forPeople != null) {
            error.put("is_transient", false)
                    .put("error_user_title", forPeople.title())
                    .put("error_user_msg", forPeople.message());
        }
        if (details != null) {
            error.putObject("error_data")
                    .put("messaging_product", "whatsapp")
                    .put("details", details);
        }
        error.put("fbtrace_id", trace);
        return body;
    }
}
