package io.conserje.local.fuzz;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.channel.telegram.TelegramChannel;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A channel with one fault, which only some webhooks bring to light. */
final class Fragile implements Channel {
    private final Channel sound = new TelegramChannel();
    private final Fault fault;

    Fragile(Fault fault) {
        this.fault = fault;
    }

    enum Fault {
        THROWS("threw"),
        RUNS_OUT_OF_STACK("threw"),
        SILENT("nothing came of it"),
        WRITES_HALF_A_CHARACTER("characters that no queue message may hold"),
        NEVER_THE_SAME("not stored");

        private final String looksLike;

        Fault(String looksLike) {
            this.looksLike = looksLike;
        }

        String looksLike() {
            return looksLike;
        }
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook {
        List<Normalised> told = sound.normalise(request, account);
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (!body.contains("\\u202e") && !body.contains("\\u0000")) {
            return told;
        }
        return switch (fault) {
            case THROWS -> throw new IllegalStateException("this character");
            case RUNS_OUT_OF_STACK -> throw new StackOverflowError("this character");
            case SILENT -> List.of();
            case WRITES_HALF_A_CHARACTER -> List.of(about("x", "\ud83d"));
            case NEVER_THE_SAME -> List.of(about(Long.toString(System.nanoTime()), "x"));
        };
    }

    private static Normalised about(String id, String text) {
        return new Normalised.AboutAccount(
                InboundMessage.of(
                        new MessageId(id), Instant.EPOCH, new Content.Unsupported("x", text)));
    }

    @Override
    public String name() {
        return sound.name();
    }

    @Override
    public Set<String> secretNames() {
        return sound.secretNames();
    }

    @Override
    public Capabilities capabilities(Account account) {
        return sound.capabilities(account);
    }

    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return sound.handshake(request, secrets);
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return sound.isAuthentic(request, secrets);
    }

    @Override
    public void acknowledge(MessageId message, Account account, Secrets secrets) {
        sound.acknowledge(message, account, secrets);
    }

    @Override
    public SendOutcome send(
            OutboundMessage message, Files files, Account account, Secrets secrets) {
        return sound.send(message, files, account, secrets);
    }

    @Override
    public FetchOutcome fetch(Content.Media media, Account account, Secrets secrets) {
        return sound.fetch(media, account, secrets);
    }

    @Override
    public boolean receiptsProveAcceptance() {
        return sound.receiptsProveAcceptance();
    }
}
