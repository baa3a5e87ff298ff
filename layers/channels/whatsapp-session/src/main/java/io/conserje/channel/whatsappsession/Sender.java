package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands over one message to the session. */
record Sender(Commands commands, URI queue, Files files, Instant now) {
    private static final Duration AT_THE_LATEST = Duration.ofHours(24);

    /** The session gets the file when it comes to it, also a little after the message expired. */
    private static final Duration LEAST_LINK = Duration.ofMinutes(5);

    private static final Duration TO_PUT = Duration.ofSeconds(3);
    private static final int TRIES = 3;

    /** The content of a command, or why there is none. */
    private sealed interface Made {}

    private record Content(ObjectNode json) implements Made {}

    private record Not(SendOutcome outcome) implements Made {}

    SendOutcome send(OutboundMessage message) {
        Optional<Person> to = Person.of(message.to());
        if (to.isEmpty()) {
            return new SendOutcome.Rejected("the contact is no number of WhatsApp's");
        }
        Instant expires = expires(message);
        return switch (content(message.content(), expires)) {
            case Content content -> hand(Command.send(message, to.get(), content.json(), expires));
            case Not not -> not.outcome();
        };
    }

    /** A customer who hears back from a bot days later would find it broken. */
    private Instant expires(OutboundMessage message) {
        Instant latest = now.plus(AT_THE_LATEST);
        return message.terms().expiresAt().filter(latest::isAfter).orElse(latest);
    }

    private Made content(Outgoing outgoing, Instant expires) {
        return switch (outgoing) {
            case Outgoing.Say say -> new Content(Payload.text(say.text()));
            case Outgoing.Place place -> new Content(Payload.place(place));
            case Outgoing.Cards cards -> new Content(Payload.cards(cards.cards()));
            case Outgoing.File file -> file(file, expires);
            // The capabilities have no options: whoever keeps to them writes numbered lines.
            case Outgoing.Ask ask -> never("a session has no buttons and no lists");
            case Outgoing.Templated templated ->
                    never("a session has no template '" + templated.use().name() + "'");
        };
    }

    private Made file(Outgoing.File file, Instant expires) {
        String key = file.file().key();
        try {
            return files.link(file.file(), life(expires))
                    .<Made>map(link -> new Content(Payload.file(file, link)))
                    .orElseGet(() ->
                            never(
                                    "the store gives no link to the file "
                                            + key
                                            + ", and a session sends files by links alone"));
        } catch (NoSuchFileException e) {
            return never("the file " + key + " is not there");
        } catch (IOException e) {
            return new Not(Delay.OUTAGE.outcome("the file " + key + " cannot be read"));
        }
    }

    private Duration life(Instant expires) {
        Duration left = Duration.between(now, expires);
        return left.compareTo(LEAST_LINK) < 0 ? LEAST_LINK : left;
    }

    private static Not never(String reason) {
        return new Not(new SendOutcome.Rejected(reason));
    }

    /**
     * Trying again at once is harmless: within five minutes the queue takes an id once. After that
     * nothing but WhatsApp's clients would hold a repetition back, so a command that stays in doubt
     * waits for its receipt, which comes in seconds if it was taken.
     */
    private SendOutcome hand(Command command) {
        Optional<SendOutcome> doubt = Optional.empty();
        for (int tried = 1; ; tried++) {
            switch (commands.put(command, queue, TO_PUT)) {
                case Commands.Taken taken -> {
                    return new SendOutcome.Accepted(command.id());
                }
                case Commands.NotTaken not -> {
                    return doubt.orElseGet(() -> not.delay().outcome(not.reason()));
                }
                case Commands.Never never -> {
                    return doubt.orElseGet(() -> new SendOutcome.Rejected(never.reason()));
                }
                case Commands.InDoubt inDoubt -> {
                    doubt = Optional.of(new SendOutcome.Unknown(inDoubt.reason()));
                    if (tried == TRIES) {
                        return doubt.get();
                    }
                }
            }
        }
    }
}
