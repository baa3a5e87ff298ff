package io.conserje.application;

import io.conserje.channel.Channel;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.CorrelationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what a provider says: verified over the raw body, put into our words, durable in a
 * queue. Only then may the provider be told that it arrived.
 */
public final class AcceptWebhook {

    /** Meta's own limit for a webhook's body, the largest of the providers. */
    public static final int MAX_BODY_BYTES = 3 * 1024 * 1024;

    private final Channels channels;
    private final Directory directory;
    private final SecretStore secrets;
    private final ArrivalQueue arrivals;
    private final ReceiptQueue receipts;

    public AcceptWebhook(
            Channels channels,
            Directory directory,
            SecretStore secrets,
            ArrivalQueue arrivals,
            ReceiptQueue receipts) {
        this.channels = channels;
        this.directory = directory;
        this.secrets = secrets;
        this.arrivals = arrivals;
        this.receipts = receipts;
    }

    /** How it ended; the host turns it into its protocol's answer. */
    public sealed interface Outcome {}

    /**
     * @param passedOver what concerned nobody here, in a few words each
     */
    public record Accepted(List<Arrival> arrivals, int receipts, List<String> passedOver)
            implements Outcome {}

    public record UnknownAccount() implements Outcome {}

    public record TooLarge() implements Outcome {}

    public record NotAuthentic() implements Outcome {}

    public record Malformed(String reason) implements Outcome {}

    /**
     * @throws Unavailable when not everything is durable: the provider must send all of it again
     */
    public Outcome accept(AccountRef ref, Webhook webhook, CorrelationId correlation, Instant now) {
        if (webhook.body().length > MAX_BODY_BYTES) {
            return new TooLarge();
        }
        Optional<Account> account = directory.account(ref);
        Optional<Channel> channel = channels.named(ref.channel());
        if (account.isEmpty() || channel.isEmpty()) {
            return new UnknownAccount();
        }
        if (!channel.get().isAuthentic(webhook, secrets.of(ref))) {
            return new NotAuthentic();
        }
        try {
            return enqueue(
                    channel.get().normalise(webhook, account.get()),
                    account.get(),
                    correlation,
                    now);
        } catch (MalformedWebhook e) {
            return new Malformed(String.valueOf(e.getMessage()));
        } catch (DoesNotFit e) {
            return new TooLarge();
        }
    }

    private Outcome enqueue(
            List<Normalised> told, Account account, CorrelationId correlation, Instant now) {
        Sorted sorted = Sorted.of(told, account, correlation, now);
        if (!sorted.arrivals().isEmpty()) {
            arrivals.send(sorted.arrivals());
        }
        if (!sorted.notices().isEmpty()) {
            receipts.send(sorted.notices());
        }
        return new Accepted(sorted.arrivals(), sorted.notices().size(), sorted.passedOver());
    }
}
