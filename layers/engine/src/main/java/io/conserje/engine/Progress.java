package io.conserje.engine;

import io.conserje.engine.tool.ToolCall;
import io.conserje.model.Language;

/** How far deciding a turn has come. */
public sealed interface Progress permits Step, Progress.Asks {

    /**
     * This is to be performed first; then the turn is decided again, with what came of it after the
     * answers before.
     *
     * @param language the customer's
     */
    record Asks(ToolCall call, Language language) implements Progress {}
}
