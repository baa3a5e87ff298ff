package io.conserje.local.emulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One try at delivering a webhook.
 *
 * @param messages the ids of the messages it tells of
 * @param attempt 1 for the first try
 * @param duplicate whether it is a second copy that a fault made
 * @param status the answer's HTTP status; 0 when there was none, and then {@code problem} tells why
 * @param startedNanos {@link System#nanoTime} when it left
 */
public record PostedWebhook(
        List<String> messages,
        int attempt,
        boolean duplicate,
        int status,
        @Nullable String problem,
        long startedNanos,
        long tookNanos) {

    public boolean acknowledged() {
        return status >= 200 && status < 300;
    }
}
