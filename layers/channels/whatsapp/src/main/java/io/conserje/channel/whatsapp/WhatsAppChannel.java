package io.conserje.channel.whatsapp;

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
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** WhatsApp Cloud API. The package's description lists its secrets, settings and limits. */
public final class WhatsAppChannel implements Channel {
    private static final Duration TO_SEND = Duration.ofSeconds(10);
    private static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(3);

    private final Duration toSend;

    public WhatsAppChannel() {
        this(TO_SEND);
    }

    WhatsAppChannel(Duration toSend) {
        this.toSend = toSend;
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public Set<String> secretNames() {
        return Set.of(Signature.SECRET, Handshake.SECRET, GraphApi.SECRET);
    }

    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return Handshake.answer(request, secrets);
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return Signature.isAuthentic(request, secrets);
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook {
        return Envelope.read(Json.parse(request.body()), account);
    }

    @Override
    public List<Outgoing> fit(Outgoing content) {
        return Fit.fit(content);
    }

    /** Reading and typing are one call here. Nothing depends on it, so nothing is told of it. */
    @Override
    public void acknowledge(MessageId message, Account account, Secrets secrets) {
        GraphApi.of(account, secrets).post(Payload.reading(message), TO_ACKNOWLEDGE);
    }

    @Override
    public SendOutcome send(OutboundMessage message, Account account, Secrets secrets) {
        return Limits.breach(message.content())
                .<SendOutcome>map(SendOutcome.Rejected::new)
                .orElseGet(() -> call(message, GraphApi.of(account, secrets)));
    }

    private SendOutcome call(OutboundMessage message, GraphApi graph) {
        return Verdict.of(graph.post(Payload.of(message), toSend), message.content());
    }

    /** Every status carries back the {@code biz_opaque_callback_data} of its message. */
    @Override
    public boolean receiptsProveAcceptance() {
        return true;
    }
}
