package io.conserje.channel;

import io.conserje.model.Account;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Set;

/**
 * One provider's words into ours and back. An implementation has a public constructor without
 * arguments, is found by {@link java.util.ServiceLoader}, keeps no state between calls and may be
 * called from several threads at once. It opens no connection, reads no clock and no randomness
 * while it is constructed, because a snapshot is taken after that.
 */
public interface Channel {

    /** The channel's name: lower case, what stands in {@code /messaging/{name}/{account}}. */
    String name();

    /**
     * The names of the secrets that every account of this channel needs, in lower case with
     * hyphens.
     */
    Set<String> secretNames();

    /**
     * Answers the provider's question whether this address is ours, asked once when the webhook is
     * registered.
     */
    WebhookAnswer handshake(Webhook request, Secrets secrets);

    /**
     * Tells whether the provider sent this webhook. Computed over the raw body, compared in
     * constant time. False for a missing or malformed signature too; it never throws for what a
     * stranger sent.
     */
    boolean isAuthentic(Webhook request, Secrets secrets);

    /**
     * Puts an authentic webhook into our words, in the provider's order. What it does not know it
     * returns as {@link io.conserje.model.Content.Unsupported}, kept whole.
     *
     * @throws MalformedWebhook when the body is not the provider's syntax at all (not JSON, for
     *     example)
     */
    List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook;

    /**
     * Cuts content to what the provider accepts in one message: longer text is split at the end of
     * a sentence, titles are shortened. Pure. The parts keep their order, and the question of an
     * {@link Outgoing.Ask} stays on the last.
     */
    List<Outgoing> fit(Outgoing content);

    /**
     * Shows the customer that their message was read and, where the provider can, that an answer is
     * being written.
     */
    void acknowledge(MessageId message, Account account, Secrets secrets);

    /**
     * Hands one message, cut by {@link #fit}, to the provider: one attempt, within its own time
     * limits. Every ending is a value; it throws only for a caller's mistake.
     */
    SendOutcome send(OutboundMessage message, Account account, Secrets secrets);

    /**
     * True when the provider reports every message that it took with a {@link
     * io.conserje.model.Receipt} that carries our own id. Then the absence of one after a while
     * tells that an unanswered call never arrived.
     */
    boolean receiptsProveAcceptance();
}
