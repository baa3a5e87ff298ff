package io.conserje.testkit;

import io.conserje.channel.Channel;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
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
    private boolean oneParagraphAMessage;

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

    /** Its provider takes one paragraph a message, so longer ones are cut. */
    public ScriptedChannel takingOneParagraphAMessage() {
        oneParagraphAMessage = true;
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
    public List<Outgoing> fit(Outgoing content) {
        return oneParagraphAMessage ? paragraphs(content) : List.of(content);
    }

    private static List<Outgoing> paragraphs(Outgoing content) {
        List<Outgoing> parts = new ArrayList<>();
        List<String> paragraphs = List.of(content.text().split("\n\n"));
        paragraphs
                .subList(0, paragraphs.size() - 1)
                .forEach(one -> parts.add(new Outgoing.Say(one)));
        String last = paragraphs.getLast();
        parts.add(
                switch (content) {
                    case Outgoing.Say say -> new Outgoing.Say(last);
                    case Outgoing.Ask ask -> new Outgoing.Ask(last, ask.opener(), ask.options());
                });
        return parts;
    }

    @Override
    public synchronized void acknowledge(MessageId message, Account account, Secrets secrets) {
        acknowledged.add(message);
    }

    @Override
    public synchronized SendOutcome send(
            OutboundMessage message, Account account, Secrets secrets) {
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
