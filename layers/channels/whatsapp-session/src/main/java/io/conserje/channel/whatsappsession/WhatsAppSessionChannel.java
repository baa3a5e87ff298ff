package io.conserje.channel.whatsappsession;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Signature;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * A number held by a WhatsApp Web session. The package's description lists its secrets, settings
 * and limits.
 */
public final class WhatsAppSessionChannel implements Channel {
    private static final Signature SIGNATURE =
            new Signature("x-conserje-signature", "signing-secret");

    private static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TO_READ = Duration.ofSeconds(20);

    private final Commands commands;
    private final InstantSource clock;
    private final Duration toAnswer;
    private final Duration toRead;

    public WhatsAppSessionChannel() {
        this(new SqsCommands(), InstantSource.system(), TO_ANSWER, TO_READ);
    }

    /**
     * @param toAnswer until the first byte of a customer's file
     * @param toRead until its last
     */
    WhatsAppSessionChannel(
            Commands commands, InstantSource clock, Duration toAnswer, Duration toRead) {
        this.commands = commands;
        this.clock = clock;
        this.toAnswer = toAnswer;
        this.toRead = toRead;
    }

    @Override
    public String name() {
        return "whatsapp-session";
    }

    @Override
    public Set<String> secretNames() {
        return Set.of(SIGNATURE.secret());
    }

    @Override
    public Capabilities capabilities(Account account) {
        Settings.check(account);
        return Limits.of(account);
    }

    /** What the session tells comes through a queue: nobody asks for an address. */
    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return new WebhookAnswer(404, "a session asks for no handshake");
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return SIGNATURE.isAuthentic(request, secrets);
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook {
        return List.of(new Body(Json.parse(request.body())).read(account));
    }

    /** Nothing depends on it, so nothing is told of it, and what is missing the sending names. */
    @Override
    public void acknowledge(MessageId message, Account account, Secrets secrets) {
        Ids.parseTheirs(message)
                .filter(theirs -> account.settings().containsKey(Settings.QUEUE))
                .ifPresent(theirs -> read(theirs, account));
    }

    private void read(Ids.Theirs message, Account account) {
        try {
            commands.put(Command.read(message), Settings.queue(account), TO_ACKNOWLEDGE);
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    @Override
    public SendOutcome send(
            OutboundMessage message, Files files, Account account, Secrets secrets) {
        return new Sender(commands, Settings.queue(account), files, clock.instant()).send(message);
    }

    @Override
    public FetchOutcome fetch(Content.Media media, Account account, Secrets secrets) {
        return new Fetching(media, Settings.media(account), toAnswer, toRead).fetch();
    }

    /** Of every message that WhatsApp's server took, the session tells, with our id. */
    @Override
    public boolean receiptsProveAcceptance() {
        return true;
    }
}
