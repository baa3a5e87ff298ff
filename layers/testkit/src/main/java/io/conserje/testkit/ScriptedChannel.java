package io.conserje.testkit;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A channel whose provider says what the test wrote down, and which remembers what it was told. Its
 * signature is the header {@code x-signature}, equal to the account's secret {@link #SECRET}.
 */
public final class ScriptedChannel implements Channel {
    public static final String NAME = "scripted";
    public static final String SECRET = "app-secret";
    public static final String SIGNATURE = "x-signature";

    private final Deque<SendOutcome> outcomes = new ArrayDeque<>();
    private final List<OutboundMessage> sent = new ArrayList<>();
    private final List<MessageId> acknowledged = new ArrayList<>();
    private List<Normalised> tells = List.of();
    private Optional<String> malformed = Optional.empty();
    private boolean receiptsProve = true;
    private Capabilities can = Accounts.PLENTIFUL;
    private final Map<String, FetchOutcome> fetched = new HashMap<>();

    /** How the next sends end; after these, each is accepted. */
    public ScriptedChannel ends(SendOutcome... next) {
        outcomes.addAll(Arrays.asList(next));
        return this;
    }

    /** What the next webhooks bring. */
    public ScriptedChannel tells(Normalised... told) {
        tells = List.of(told);
        return this;
    }

    public ScriptedChannel tellsNonsense(String reason) {
        malformed = Optional.of(reason);
        return this;
    }

    public ScriptedChannel withReceiptsThatProveNothing() {
        receiptsProve = false;
        return this;
    }

    /** What its accounts can carry from now on. */
    public ScriptedChannel carrying(Capabilities capabilities) {
        can = capabilities;
        return this;
    }

    /** What comes of fetching a file. */
    public ScriptedChannel has(String reference, FetchOutcome outcome) {
        fetched.put(reference, outcome);
        return this;
    }

    public synchronized List<OutboundMessage> sent() {
        return List.copyOf(sent);
    }

    public synchronized List<MessageId> acknowledged() {
        return List.copyOf(acknowledged);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> secretNames() {
        return Set.of(SECRET);
    }

    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return isAuthentic(request, secrets)
                ? new WebhookAnswer(200, request.query().getOrDefault("challenge", ""))
                : new WebhookAnswer(403, "");
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return request.header(SIGNATURE).filter(secrets.get(SECRET)::equals).isPresent();
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook {
        if (malformed.isPresent()) {
            throw new MalformedWebhook(malformed.get());
        }
        return tells;
    }

    @Override
    public Capabilities capabilities(Account account) {
        return can;
    }

    @Override
    public FetchOutcome fetch(Content.Media media, Account account, Secrets secrets) {
        return fetched.getOrDefault(
                media.reference(), new FetchOutcome.Gone("nobody wrote it down"));
    }

    @Override
    public synchronized void acknowledge(MessageId message, Account account, Secrets secrets) {
        acknowledged.add(message);
    }

    @Override
    public synchronized SendOutcome send(
            OutboundMessage message, Files files, Account account, Secrets secrets) {
        secrets.get(SECRET);
        sent.add(message);
        return Optional.ofNullable(outcomes.poll())
                .orElseGet(() -> new SendOutcome.Accepted("provider-" + sent.size()));
    }

    @Override
    public boolean receiptsProveAcceptance() {
        return receiptsProve;
    }
}
