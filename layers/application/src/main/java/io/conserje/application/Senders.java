package io.conserje.application;

import io.conserje.channel.Channel;
import io.conserje.channel.Files;
import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.OutboundMessage;

/** Puts together what sending a message takes. */
public final class Senders {
    private final Directory directory;
    private final Channels channels;
    private final SecretStore secrets;
    private final Files files;

    public Senders(Directory directory, Channels channels, SecretStore secrets, Files files) {
        this.directory = directory;
        this.channels = channels;
        this.secrets = secrets;
        this.files = files;
    }

    /**
     * @throws IllegalStateException when the account or its project is not in the directory
     * @throws IllegalArgumentException when a setting of the account makes no sense
     */
    Sender of(OutboundMessage message) {
        Account account =
                directory
                        .account(message.account())
                        .orElseThrow(() -> absent("account " + message.account()));
        Business business =
                directory
                        .business(message.project())
                        .orElseThrow(() -> absent("project " + message.project()));
        Channel channel = channels.of(message.account());
        return new Sender(
                account,
                channel,
                channel.capabilities(account),
                business.sending(),
                secrets.of(account.ref()),
                files);
    }

    private static IllegalStateException absent(String what) {
        return new IllegalStateException(
                what + " is not in the directory: apply the project's file");
    }
}
