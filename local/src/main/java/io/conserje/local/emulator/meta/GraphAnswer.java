package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What a call of the Graph API comes to. */
sealed interface GraphAnswer {

    record Json(int status, ObjectNode body) implements GraphAnswer {}

    record Failed(GraphError error) implements GraphAnswer {}

    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    record Bytes(byte[] bytes, String contentType) implements GraphAnswer {}

    /** What stands in front of the API answers, since the API itself does not. */
    record Page(int status, String html) implements GraphAnswer {}

    /** The answer to a call that took effect, but is slow to say so. */
    record Late(GraphAnswer answer, Duration delay) implements GraphAnswer {}

    /** An answer with consequences, which the caller does not wait for. */
    record Then(GraphAnswer answer, Runnable afterwards) implements GraphAnswer {}

    /** No answer, ever. */
    record Stalled(Runnable afterwards) implements GraphAnswer {}

    /** What happens once this was answered, or would have been. */
    default Runnable afterwards() {
        return () -> {};
    }

    default GraphAnswer late(Duration delay) {
        return delay.isPositive() ? new Late(this, delay) : this;
    }

    static GraphAnswer error(GraphError error) {
        return new Failed(error);
    }

    static GraphAnswer success() {
        return new Json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }
}
