package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/**
 * A call that the Bot API does not do. The code is the HTTP status too; the description is in
 * Telegram's own words where those are known, and near to them where not.
 */
final class BotError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient OptionalInt retryAfter;

    private BotError(int code, String description, OptionalInt retryAfter) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    private BotError(int code, String description) {
        this(code, description, OptionalInt.empty());
    }

    static BotError bad(String what) {
        return new BotError(400, "Bad Request: " + what);
    }

    static BotError unauthorized() {
        return new BotError(401, "Unauthorized");
    }

    static BotError forbidden(String what) {
        return new BotError(403, "Forbidden: " + what);
    }

    static BotError notFound() {
        return new BotError(404, "Not Found");
    }

    static BotError notAllowed() {
        return new BotError(405, "Method Not Allowed");
    }

    static BotError tooLarge() {
        return new BotError(413, "Request Entity Too Large");
    }

    static BotError tooMany(int seconds) {
        return new BotError(
                429, "Too Many Requests: retry after " + seconds, OptionalInt.of(seconds));
    }

    static BotError internal() {
        return new BotError(500, "Internal Server Error");
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        ObjectNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ok", false)
                        .put("error_code", code)
                        .put("description", getMessage());
        retryAfter.ifPresent(s -> body.putObject("parameters").put("retry_after", s));
        return body;
    }
}
