package io.conserje.channel;

import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One provider's words into ours and back: all that a channel is. It knows nothing of queues,
 * tables or conversations, and the desk knows nothing of providers.
 *
 * <p>An implementation has a public constructor without arguments, is found by {@link
 * java.util.ServiceLoader}, keeps no state between calls and may be called from several threads at
 * once. It opens no connection, reads no clock and no randomness while it is constructed, because a
 * snapshot is taken after that. Its package's description lists its secrets, its settings and the
 * provider's page that each rule comes from.
 *
 * <p>One contract suite runs against every channel and its provider's emulator.
 */
public interface Channel {

    /**
     * The channel's name: lower case, what stands in {@code /messaging/{name}/{account}} and in an
     * account of a project's file.
     */
    String name();

    /**
     * The names of the secrets that every account of this channel needs, in lower case with
     * hyphens. They are kept under {@code <channel>/<account>/<name>}.
     */
    Set<String> secretNames();

    /**
     * What this account can carry, neither more nor less than the provider takes. Pure: it follows
     * from the account's settings alone.
     *
     * @throws IllegalArgumentException when any setting that is there makes no sense, whether or
     *     not the capabilities follow from it; the message names it and says how to mend it
     */
    Capabilities capabilities(Account account);

    /**
     * Answers the provider's question whether this address is ours, asked once when the webhook is
     * registered. A channel whose provider asks nothing answers 404.
     */
    WebhookAnswer handshake(Webhook request, Secrets secrets);

    /**
     * Tells whether the provider sent this webhook. Computed over the raw body, compared in
     * constant time. False for a missing, doubled or malformed signature too, and whenever our own
     * secret is empty; it never throws for what a stranger sent. Where the provider does not sign
     * the body, its word in a header is the whole proof.
     */
    boolean isAuthentic(Webhook request, Secrets secrets);

    /**
     * Puts an authentic webhook into our words, in the provider's order: at least one for every
     * webhook. Whatever it does not know it returns as {@link
     * io.conserje.model.Content.Unsupported}, kept whole. A message's id is the same whenever the
     * provider repeats it, and unlike every other of the account. A message is dated by the
     * provider's clock; what it quotes, changes or reacts to it calls as this method or {@link
     * #send} did. Files are named, not fetched. Pure, and it never throws anything else than:
     *
     * @throws MalformedWebhook when the body is not the provider's syntax at all (not JSON, for
     *     example)
     */
    List<Normalised> normalise(Webhook request, Account account) throws MalformedWebhook;

    /**
     * Shows the customer that their message was read and, where the provider can, that an answer is
     * being written. Takes at most a few seconds; nothing depends on it, so nothing is told of it
     * and it never throws for what the provider does, nor for a message that it does not know.
     */
    void acknowledge(MessageId message, Account account, Secrets secrets);

    /**
     * Hands one message to the provider: one attempt, within its own time limits. The content keeps
     * to {@link #capabilities}; what does not, the provider refuses. Every ending is a value, and
     * none of its reasons holds a secret, the contact's address or what the message says; a token
     * that is wrong or none is for a person to mend, so it is tried again later. It throws only for
     * a caller's mistake, before it calls: a setting or a secret that is not there, which it names.
     *
     * @param files for reading a file that the message carries; one that is not there makes the
     *     message rejected, one that cannot be read now is sent later
     */
    SendOutcome send(OutboundMessage message, Files files, Account account, Secrets secrets);

    /**
     * Asks the provider for a customer's file, as {@link #normalise} named it; asking again brings
     * it again. The bytes are not looked at here, and not begun when the provider says that there
     * are more than {@link #capabilities} take. A name that is none of the provider's is gone.
     * Every ending is a value, as with {@link #send}.
     */
    FetchOutcome fetch(Content.Media media, Account account, Secrets secrets);

    /**
     * True when the provider reports every message that it took with a {@link
     * io.conserje.model.Receipt} that carries our own id. Then the absence of one after a while
     * tells that an unanswered call never arrived, and the message may be sent again. False: a
     * message in doubt is shown to a person.
     */
    boolean receiptsProveAcceptance();

    /** Empty when the provider has no templates. */
    default Optional<Templates> templates() {
        return Optional.empty();
    }
}
