package io.conserje.application;

import io.conserje.channel.Channel;
import io.conserje.channel.Files;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.OutboundMessage;
import java.time.Duration;

/** An account with all that sending for it takes. */
record Sender(
        Account account,
        Channel channel,
        Capabilities can,
        SendPolicy policy,
        Secrets secrets,
        Files files) {
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    /**
     * A channel throws only before it calls: for a setting or a secret that is not there. An
     * operator mends that.
     */
    SendOutcome send(OutboundMessage message, boolean first) {
        try {
            if (first) {
                message.answers()
                        .ifPresent(answered -> channel.acknowledge(answered, account, secrets));
            }
            return channel.send(message, files, account, secrets);
        } catch (RuntimeException e) {
            return new SendOutcome.RetryLater(UNTIL_MENDED, String.valueOf(e.getMessage()));
        }
    }
}
