package io.conserje.local.simulation;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.OptionLimits;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A channel whose webhooks name what they bring, and whose calls reach a simulated provider.
 *
 * @param proves whether its provider reports what it took
 */
record SimulatedChannel(String name, boolean proves, Supplier<World> world) implements Channel {
    private static final Capabilities CAN =
            new Capabilities(
                    Optional.of(Duration.ofHours(24)),
                    false,
                    4096,
                    1024,
                    1024,
                    new OptionLimits(3, 20, 256),
                    new OptionLimits(10, 24, 200),
                    20,
                    Map.of(),
                    Map.of(),
                    true,
                    true,
                    Pace.perSecond(20),
                    new Pace(Duration.ofSeconds(1), 3));

    @Override
    public Set<String> secretNames() {
        return Set.of();
    }

    @Override
    public Capabilities capabilities(Account account) {
        return CAN;
    }

    @Override
    public WebhookAnswer handshake(Webhook request, Secrets secrets) {
        return new WebhookAnswer(404, "");
    }

    @Override
    public boolean isAuthentic(Webhook request, Secrets secrets) {
        return true;
    }

    @Override
    public List<Normalised> normalise(Webhook request, Account account) {
        String name = new String(request.body(), StandardCharsets.UTF_8);
        return world.get().provider().webhook(name);
    }

    @Override
    public void acknowledge(MessageId message, Account account, Secrets secrets) {}

    @Override
    public SendOutcome send(
            OutboundMessage message, Files files, Account account, Secrets secrets) {
        return world.get().provider().take(message, proves);
    }

    @Override
    public FetchOutcome fetch(Content.Media media, Account account, Secrets secrets) {
        return new FetchOutcome.Gone("no files here");
    }

    @Override
    public boolean receiptsProveAcceptance() {
        return proves;
    }
}
