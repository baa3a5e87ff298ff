package io.conserje.channel.whatsapp;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Templates;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Signature;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** WhatsApp Cloud API. The package's description lists its secrets, settings and limits. */
public final class WhatsAppChannel implements Channel {
    private static final Duration TO_SEND = Duration.ofSeconds(10);
    private static final Duration TO_UPLOAD = Duration.ofSeconds(20);
    private static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(3);

    /**
     * Meta escapes non-ASCII characters and slashes in its own way: only the raw body fits ({@code
     * /docs/graph-api/webhooks/getting-started}).
     */
    private static final Signature SIGNATURE = new Signature("x-hub-signature-256", "app-secret");

    private final Duration toSend;
    private final Duration toUpload;

    public WhatsAppChannel() {
        this(TO_SEND, TO_UPLOAD);
        Http.prepare();
    }

    /**
     * @param toUpload how much longer a message with a file may take
     */
    WhatsAppChannel(Duration toSend, Duration toUpload) {
        this.toSend = toSend;
        this.toUpload = toUpload;
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public Set<String> secretNames() {
        return Set.of(SIGNATURE.secret(), Handshake.SECRET, GraphApi.SECRET);
    }

    @Override
    public Capabilities capabilities(Account account) {
        Settings.check(account);
        return Limits.of(account);
    }

    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return Handshake.answer(request, secrets);
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return SIGNATURE.isAuthentic(request, secrets);
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook {
        return Envelope.read(Json.parse(request.body()), account);
    }

    /** Reading and typing are one call here. Nothing depends on it, so nothing is told of it. */
    @Override
    public void acknowledge(MessageId message, Account account, Secrets secrets) {
        GraphApi.of(account, secrets)
                .post(
                        account.setting(GraphApi.NUMBER) + "/messages",
                        Payload.reading(message),
                        TO_ACKNOWLEDGE);
    }

    @Override
    public SendOutcome send(
            OutboundMessage message, Files files, Account account, Secrets secrets) {
        GraphApi graph = GraphApi.of(account, secrets).hiding(message);
        return new Sending(message, graph, account.setting(GraphApi.NUMBER), toSend, toUpload)
                .send(files);
    }

    @Override
    public FetchOutcome fetch(Content.Media media, Account account, Secrets secrets) {
        Optional<String> number = Optional.ofNullable(account.settings().get(GraphApi.NUMBER));
        return new Fetching(media, GraphApi.of(account, secrets), number).fetch();
    }

    /** Every status carries back the {@code biz_opaque_callback_data} of its message. */
    @Override
    public boolean receiptsProveAcceptance() {
        return true;
    }

    @Override
    public Optional<Templates> templates() {
        return Optional.of(new MetaTemplates());
    }
}
