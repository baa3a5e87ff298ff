package io.conserje.local.channel;

import io.conserje.channel.Webhook;
import java.time.Duration;
import java.util.List;

/** What a provider has to say to us, in the order in which it came. */
interface Post extends AutoCloseable {

    /** The handshakes. */
    List<Webhook> asked();

    int size();

    /** All that came after so many. */
    List<Webhook> since(int before);

    /** Waits until no more is on its way; false when the time was up first. */
    boolean quiet(Duration atMost);

    @Override
    void close();
}
