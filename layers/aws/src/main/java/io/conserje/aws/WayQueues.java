package io.conserje.aws;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The queues of the way, by the names that variables begin with, in its order. */
final class WayQueues {
    private static final List<String> ALWAYS =
            List.of("INBOUND", "OUTBOUND", "DEFERRED", "RECEIPTS");

    /** Only where a WhatsApp Web session is part of the stage. */
    private static final List<String> OF_A_SESSION =
            List.of("SESSION_INBOUND", "SESSION_EVENTS", "SESSION_COMMANDS");

    private WayQueues() {}

    static List<String> of(Env env) {
        Stream<String> session =
                OF_A_SESSION.stream()
                        .filter(queue ->
                                env.get(queue + "_QUEUE_URL")
                                        .filter(url -> !url.isBlank())
                                        .isPresent());
        return Stream.concat(ALWAYS.stream(), session).toList();
    }

    /** As people read it. */
    static String shown(String queue) {
        return queue.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String read(String shown) {
        return shown.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
