package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.emulator.post.Seal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the bot wants its updates, which of them, and what goes with them. Kept in memory only: an
 * address of this machine is another after each start, and who gives it then subscribes anew.
 */
final class Subscription implements Seal {
    /** What a bot must ask for by name. */
    private static final Set<String> ONLY_WHEN_ASKED_FOR =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    /**
     * @param allowed the kinds of updates it wants; with none, those that Telegram thinks best
     */
    record Hook(@Nullable URI address, String secret, int connections, List<String> allowed) {

        Hook {
            allowed = List.copyOf(allowed);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "updates " + allowed + " to " + address;
        }
    }

    /** The last try that failed. */
    record Problem(Instant at, String what) {}

    private final InstantSource clock;
    private volatile Hook hook;
    private volatile @Nullable Problem problem;

    Subscription(String secret, InstantSource clock) {
        this.clock = clock;
        hook = new Hook(null, secret, 40, List.of());
    }

    Hook hook() {
        return hook;
    }

    void change(Hook other) {
        hook = other;
        problem = null;
    }

    @Nullable Problem problem() {
        return problem;
    }

    void posted(PostedWebhook webhook) {
        if (!webhook.acknowledged()) {
            String what =
                    webhook.status() == 0
                            ? "Connection failed: " + webhook.problem()
                            : "Wrong response from the webhook: " + webhook.status();
            problem = new Problem(clock.instant(), what);
        }
    }

    boolean wants(JsonNode update) {
        List<String> allowed = hook.allowed();
        return update.properties().stream()
                .map(Map.Entry::getKey)
                .filter(kind -> !kind.equals("update_id"))
                .anyMatch(kind ->
                        allowed.isEmpty()
                                ? !ONLY_WHEN_ASKED_FOR.contains(kind)
                                : allowed.contains(kind));
    }

    @Override
    public Letter seal(JsonNode body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        String secret = hook.secret();
        if (!secret.isEmpty()) {
            headers.put("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return new Letter(body.toString().getBytes(StandardCharsets.UTF_8), headers);
    }
}
