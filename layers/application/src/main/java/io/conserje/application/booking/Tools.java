package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.time.Instant;

/** What a decider can have looked up and done, whichever decider it is. */
public interface Tools {

    /**
     * @throws io.conserje.application.Unavailable when a table does not answer; calling again is
     *     safe
     */
    ToolResult perform(ToolCall call, Business business, Customer customer, Instant now);
}
