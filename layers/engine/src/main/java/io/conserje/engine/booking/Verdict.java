package io.conserje.engine.booking;

import io.conserje.engine.tool.ToolResult;

/** What is decided on a call. */
public sealed interface Verdict {

    /**
     * @param result what came of it, once the change is written
     */
    record Writes(Change change, ToolResult result) implements Verdict {}

    /** There is nothing to write. */
    record Says(ToolResult result) implements Verdict {}

    static Verdict refused(Refusal why) {
        return new Says(new ToolResult.Refused(why));
    }
}
