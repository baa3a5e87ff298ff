package io.conserje.local.fuzz;

import io.conserje.application.Channels;
import io.conserje.application.audit.Evidence;
import io.conserje.channel.Channel;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages that were acknowledged, which must be there in the end. */
final class Posted {
    private record Message(ConversationId conversation, MessageId id) {}

    private final Channels channels;
    private final Desk desk;
    private final Set<Message> all = new LinkedHashSet<>();

    Posted(Channels channels, Desk desk) {
        this.channels = channels;
        this.desk = desk;
    }

    int size() {
        return all.size();
    }

    /** Notes what a body brought that was answered with 200. */
    List<String> acknowledged(byte[] body, String channelName) {
        AccountRef ref = new AccountRef(channelName, LineMutation.ACCOUNT);
        Account account = desk.directory().account(ref).orElseThrow();
        Channel channel = channels.named(channelName).orElseThrow();
        try {
            List<Normalised> told =
                    channel.normalise(new Webhook(Map.of(), Map.of(), body), account);
            told.forEach(one -> note(one, account));
            return told.isEmpty() ? List.of("acknowledged, and nothing came of it") : List.of();
        } catch (MalformedWebhook e) {
            return List.of("acknowledged, and not to be read");
        }
    }

    private void note(Normalised one, Account account) {
        switch (one) {
            case Normalised.FromContact from ->
                    all.add(
                            new Message(
                                    ConversationId.of(
                                            account.project(), account.ref(), from.contact()),
                                    from.message().id()));
            case Normalised.AboutAccount about ->
                    all.add(
                            new Message(
                                    ConversationId.ofAccount(account.project(), account.ref()),
                                    about.message().id()));
            case Normalised.AboutMessage receipt -> {}
            case Normalised.PassedOver nobodys -> {}
        }
    }

    List<String> lost(Evidence evidence) {
        Set<Message> heard = new HashSet<>();
        evidence.heard().forEach(one -> heard.add(new Message(one.conversation(), one.message())));
        return all.stream()
                .filter(one -> !heard.contains(one))
                .map(one -> "acknowledged, and not stored: " + one)
                .toList();
    }
}
