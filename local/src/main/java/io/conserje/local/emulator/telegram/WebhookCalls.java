package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.post.Backlog;
import io.conserje.local.emulator.post.Postman;
import io.conserje.local.emulator.telegram.Subscription.Hook;
import io.conserje.local.emulator.telegram.Subscription.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The calls about the bot's webhook.
 *
 * <p>{@code drop_pending_updates} drops nothing here: an emulator never loses a message.
 */
final class WebhookCalls {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Set<Integer> PORTS = Set.of(-1, 80, 88, 443, 8443);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** All that this emulator can tell of. */
    static final List<String> EVERYTHING =
            List.of(
                    "message",
                    "edited_message",
                    "callback_query",
                    "message_reaction",
                    "my_chat_member");

    private final Subscription subscription;
    private final Postman postman;
    private final Backlog backlog;

    WebhookCalls(Subscription subscription, Postman postman, Backlog backlog) {
        this.subscription = subscription;
        this.postman = postman;
        this.backlog = backlog;
    }

    void subscribe(Hook hook) {
        URI address = hook.address();
        subscription.change(hook);
        if (address == null) {
            postman.noAddress();
        } else {
            postman.address(address);
        }
    }

    BotAnswer set(Params params) {
        String url = params.text("url");
        if (url.isEmpty()) {
            return delete();
        }
        String secret = params.text("secret_token");
        if (secret.length() > 256) {
            throw BotError.bad("secret token is too long");
        }
        if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
            throw BotError.bad("secret token contains unallowed characters");
        }
        Hook before = subscription.hook();
        Hook hook = new Hook(address(url), secret, connections(params), allowed(params, before));
        if (hook.equals(before)) {
            return BotAnswer.done("Webhook is already set");
        }
        subscribe(hook);
        return BotAnswer.done("Webhook was set");
    }

    /** On this machine, and only there, an address needs no certificate and may have any port. */
    private static URI address(String url) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw BotError.bad("invalid webhook URL specified");
        }
        String host = address.getHost();
        if (host == null) {
            throw BotError.bad("invalid webhook URL specified");
        }
        if (THIS_MACHINE.contains(host)) {
            return address;
        }
        if (!"https".equals(address.getScheme())) {
            throw BotError.bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!PORTS.contains(address.getPort())) {
            throw BotError.bad(
                    "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        return address;
    }

    private static int connections(Params params) {
        long wanted = params.number("max_connections");
        return wanted < 1 || wanted > 100 ? 40 : (int) wanted;
    }

    /** "If not specified, the previous setting will be used." */
    private static List<String> allowed(Params params, Hook before) {
        JsonNode names = params.object("allowed_updates", "allowed updates");
        if (names.isMissingNode()) {
            return before.allowed();
        }
        if (!names.isArray()) {
            throw BotError.bad("can't parse allowed updates JSON object: expected an Array");
        }
        List<String> allowed = new ArrayList<>();
        names.forEach(name -> allowed.add(name.asText()));
        return allowed;
    }

    BotAnswer delete() {
        Hook before = subscription.hook();
        if (before.address() == null) {
            return BotAnswer.done("Webhook is already deleted");
        }
        subscribe(new Hook(null, before.secret(), before.connections(), before.allowed()));
        return BotAnswer.done("Webhook was deleted");
    }

    BotAnswer info() {
        Hook hook = subscription.hook();
        URI address = hook.address();
        ObjectNode info =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", address == null ? "" : address.toString())
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", backlog.state().pending());
        Problem problem = subscription.problem();
        if (problem != null) {
            info.put("last_error_date", problem.at().getEpochSecond())
                    .put("last_error_message", problem.what());
        }
        if (address != null) {
            info.put("max_connections", hook.connections());
        }
        if (!hook.allowed().isEmpty()) {
            hook.allowed().forEach(info.putArray("allowed_updates")::add);
        }
        return BotAnswer.ok(info);
    }
}
