package io.conserje.application;

import io.conserje.channel.Channel;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param kept how many of the messages are of a kind that we do not know
     * @param passedOver what concerned nobody here, in a few words each
     */
    public record Accepted(List<Arrival> arrivals, int receipts, int kept, List<String> passedOver)
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
        List<Arrival> arrived = together(told, account, correlation, now);
        List<ReceiptQueue.Notice> notices =
                told.stream()
                        .filter(Normalised.AboutMessage.class::isInstance)
                        .map(Normalised.AboutMessage.class::cast)
                        .map(about ->
                                new ReceiptQueue.Notice(
                                        account.project(), about.receipt(), correlation))
                        .toList();
        if (!arrived.isEmpty()) {
            arrivals.send(arrived);
        }
        if (!notices.isEmpty()) {
            receipts.send(notices);
        }
        return new Accepted(arrived, notices.size(), kept(arrived), passedOver(told));
    }

    private static List<String> passedOver(List<Normalised> told) {
        return told.stream()
                .filter(Normalised.PassedOver.class::isInstance)
                .map(one -> ((Normalised.PassedOver) one).why())
                .toList();
    }

    private static int kept(List<Arrival> arrivals) {
        return (int)
                arrivals.stream()
                        .flatMap(arrival -> arrival.messages().stream())
                        .filter(message -> message.content() instanceof Content.Unsupported)
                        .count();
    }

    /** What came for one conversation goes on as one, in its order. */
    private static List<Arrival> together(
            List<Normalised> told, Account account, CorrelationId correlation, Instant now) {
        Map<Optional<String>, Optional<Contact>> contacts = new LinkedHashMap<>();
        Map<Optional<String>, List<InboundMessage>> messages = new LinkedHashMap<>();
        for (Normalised one : told) {
            Optional<Contact> contact =
                    switch (one) {
                        case Normalised.FromContact from -> Optional.of(from.contact());
                        case Normalised.AboutAccount about -> Optional.empty();
                        case Normalised.AboutMessage about -> Optional.empty();
                        case Normalised.PassedOver passed -> Optional.empty();
                    };
            message(one)
                    .ifPresent(message -> {
                        Optional<String> key = contact.map(Contact::key);
                        contacts.putIfAbsent(key, contact);
                        messages.computeIfAbsent(key, k -> new ArrayList<>()).add(message);
                    });
        }
        return contacts.entrySet().stream()
                .map(entry ->
                        new Arrival(
                                account.project(),
                                account.ref(),
                                entry.getValue(),
                                messages.getOrDefault(entry.getKey(), List.of()),
                                correlation,
                                now))
                .toList();
    }

    private static Optional<InboundMessage> message(Normalised one) {
        return switch (one) {
            case Normalised.FromContact from -> Optional.of(from.message());
            case Normalised.AboutAccount about -> Optional.of(about.message());
            case Normalised.AboutMessage about -> Optional.empty();
            case Normalised.PassedOver passed -> Optional.empty();
        };
    }
}
