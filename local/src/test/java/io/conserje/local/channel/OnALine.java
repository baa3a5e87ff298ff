package io.conserje.local.channel;

import io.conserje.channel.Channel;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Where the contract gets the line that it is held to. */
interface OnALine {

    /** The same for all tests of a channel, each of which meets customers of its own. */
    Line line();

    /** What this channel's provider does not do as the others do, and why. */
    Map<Known, String> known();

    default boolean is(Known exception) {
        return known().containsKey(exception);
    }

    default Channel channel() {
        return line().channel();
    }

    @BeforeEach
    default void nothing_goes_wrong_by_itself() {
        line().calm();
    }
}
