package io.conserje.channel.telegram;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Json;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Telegram Bot API. The package's description lists its secrets, settings and limits. */
public final class TelegramChannel implements Channel {
    private static final Duration TO_CALL = Duration.ofSeconds(10);
    private static final Duration TO_UPLOAD = Duration.ofSeconds(30);

    private final Duration toCall;
    private final Duration toUpload;

    public TelegramChannel() {
        this(TO_CALL, TO_UPLOAD);
        Http.prepare();
    }

    TelegramChannel(Duration toCall, Duration toUpload) {
        this.toCall = toCall;
        this.toUpload = toUpload;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Set<String> secretNames() {
        return Set.of(BotApi.SECRET, SecretToken.SECRET);
    }

    @Override
    public Capabilities capabilities(Account account) {
        Settings.check(account);
        return Limits.CAPABILITIES;
    }

    /** Telegram asks nothing: setWebhook is believed. */
    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return new WebhookAnswer(404, "Telegram asks for no handshake");
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return SecretToken.isAuthentic(request, secrets);
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook {
        return List.of(new UpdateReader(Us.of(account)).read(Json.parse(request.body())));
    }

    @Override
    public void acknowledge(MessageId message, Account account, Secrets secrets) {
        Acknowledgement.of(message).ifPresent(seen -> seen.show(account, secrets));
    }

    @Override
    public SendOutcome send(
            OutboundMessage message, Files files, Account account, Secrets secrets) {
        return BotApi.of(account, secrets)
                .map(api -> new Sender(api, files, toCall, toUpload).send(message))
                .orElseGet(() -> Delay.OPERATOR.retry(BotApi.NO_TOKEN));
    }

    @Override
    public FetchOutcome fetch(Content.Media media, Account account, Secrets secrets) {
        return BotApi.of(account, secrets)
                .map(api -> new Fetcher(api, toCall).fetch(media))
                .orElseGet(() -> Delay.OPERATOR.notNow(BotApi.NO_TOKEN));
    }

    /** Telegram reports nothing of a message and has no way to look one up. */
    @Override
    public boolean receiptsProveAcceptance() {
        return false;
    }
}
