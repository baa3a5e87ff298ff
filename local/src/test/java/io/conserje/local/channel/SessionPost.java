package io.conserje.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Webhook;
import io.conserje.local.emulator.journal.EmulatorJson;
import io.conserje.local.emulator.session.MockWhatsApp;
import io.conserje.local.session.Stores;
import io.conserje.messaging.SessionWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What a session says in its two queues, as the function that reads them hands it on. */
final class SessionPost implements Post {
    /** The queue of receipts has no order of its own. */
    private static final List<String> IN_TIME =
            List.of("message", "sent", "delivered", "read", "played", "failed");

    private static final Set<String> OF_A_PHONE = Set.of("delivered", "read", "played");

    private final Stores stores;
    private final MockWhatsApp mock;
    private final List<Told> told = new ArrayList<>();
    private final Set<String> receipts = new HashSet<>();

    private record Told(Webhook webhook, int place) {}

    SessionPost(Stores stores, MockWhatsApp mock) {
        this.stores = stores;
        this.mock = mock;
    }

    @Override
    public List<Webhook> asked() {
        return List.of();
    }

    @Override
    public synchronized int size() {
        return told.size();
    }

    @Override
    public synchronized List<Webhook> since(int before) {
        return told.subList(before, told.size()).stream()
                .sorted(Comparator.comparingInt(Told::place))
                .map(Told::webhook)
                .toList();
    }

    @Override
    public synchronized boolean quiet(Duration atMost) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(atMost)
                    .until(this::isQuiet);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** What we said is done before its receipts are counted, and those are given before that. */
    private boolean isQuiet() {
        boolean done = stores.isEmpty("Commands");
        JsonNode whatsApp = mock.get("/state");
        boolean waits =
                whatsApp.path("offline").asBoolean()
                        || whatsApp.path("ackMode").asText().equals("silent");
        if (!(done || waits) || whatsApp.path("pending").asInt() > 0) {
            return false;
        }
        stores.take("Inbound").forEach(this::hear);
        stores.take("Events").forEach(this::hear);
        return receipts.size() >= whatsApp.path("receipts").asInt();
    }

    private void hear(Message message) {
        JsonNode body = json(message.body());
        String type = body.path("type").asText();
        if (OF_A_PHONE.contains(type)) {
            receipts.add(body.path("id").asText() + " " + type);
        }
        Optional<String> signature =
                Optional.ofNullable(message.messageAttributes().get(SessionWebhook.SIGNATURE))
                        .map(MessageAttributeValue::stringValue);
        told.add(new Told(SessionWebhook.of(message.body(), signature), IN_TIME.indexOf(type)));
    }

    private static JsonNode json(String body) {
        try {
            return EmulatorJson.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
