package io.conserje.engine;

import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.util.List;

/**
 * What the calls of a turn have brought until now. A turn is decided from its beginning each time:
 * what was asked for before is known then, and the first call that is not ends the attempt with
 * {@link Unanswered}.
 */
final class Answers {
    private final List<ToolResult> known;
    private int next;

    Answers(List<ToolResult> known) {
        this.known = known;
    }

    ToolResult to(ToolCall call) {
        if (next < known.size()) {
            return known.get(next++);
        }
        throw new Unanswered(call);
    }

    /** Nothing went wrong: it carries the call out of the turn, and costs no stack trace. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ToolCall call;

        Unanswered(ToolCall call) {
            super("a call is to be answered first", null, false, false);
            this.call = call;
        }

        ToolCall call() {
            return call;
        }
    }
}
