package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a call of the Bot API comes to. */
sealed interface BotAnswer {

    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    record Sent(int status, String contentType, byte[] body) implements BotAnswer {}

    /** The answer to a call that took effect, but is slow to say so. */
    record Late(BotAnswer answer, Duration delay) implements BotAnswer {}

    /** No answer at all. */
    record Never() implements BotAnswer {}

    default BotAnswer late(Duration delay) {
        return delay.isPositive() ? new Late(this, delay) : this;
    }

    /** Nobody gets to hear this answer. */
    default BotAnswer unheard() {
        return new Never();
    }

    static BotAnswer ok(JsonNode result) {
        return json(200, okay(result));
    }

    static BotAnswer done() {
        return ok(BooleanNode.TRUE);
    }

    static BotAnswer done(String description) {
        return json(200, okay(BooleanNode.TRUE).put("description", description));
    }

    static BotAnswer error(BotError error) {
        return json(error.code(), error.body());
    }

    /** What stands before Telegram's servers says this when they are away. */
    static BotAnswer badGateway() {
        String html =
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
                        + "<center><h1>502 Bad Gateway</h1></center>\r\n"
                        + "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";
        return new Sent(502, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode okay(JsonNode result) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", true);
        body.set("result", result);
        return body;
    }

    private static Sent json(int status, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return new Sent(status, "application/json", bytes);
    }
}
