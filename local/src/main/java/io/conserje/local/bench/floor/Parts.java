package io.conserje.local.bench.floor;

import com.amazonaws.services.lambda.runtime.Context;
import io.conserje.application.AcceptWebhook;
import io.conserje.application.AdvanceConversation;
import io.conserje.application.Channels;
import io.conserje.application.Conversations;
import io.conserje.application.DeliverMessage;
import io.conserje.application.Directory;
import io.conserje.application.MediaStore;
import io.conserje.application.OutboundQueue;
import io.conserje.application.SecretStore;
import io.conserje.application.TemplateBook;
import io.conserje.application.Words;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Stage;
import io.conserje.aws.Way;
import io.conserje.aws.Wiring;
import io.conserje.aws.priming.Scene;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the functions are made of, in the order in which one needs the other. */
final class Parts implements AutoCloseable {
    private static final Wiring WIRING = new Wiring();

    final Env env;
    final InstantSource clock;
    final AwsClients clients;
    final Channels channels = WIRING.channels();
    final Wire wire = WIRING.wire();
    final Directory directory;
    final SecretStore secrets;
    final Way way;
    private final RandomGenerator random = WIRING.random();

    private Parts(Env env, InstantSource clock) {
        this.env = env;
        this.clock = clock;
        clients = WIRING.clients(env, List.of());
        Stage stage = WIRING.stage(env);
        way = WIRING.way(stage, clock);
        directory = WIRING.directory(clients, env, wire, clock);
        secrets = WIRING.secrets(clients, env, clock, stage, channels);
    }

    static Parts ofLambda() {
        return new Parts(WIRING.env(), WIRING.clock(null));
    }

    static Parts of(Scene scene) {
        return new Parts(scene.env(), scene.clock());
    }

    AcceptWebhook acceptWebhook() {
        return WIRING.acceptWebhook(
                channels,
                directory,
                secrets,
                WIRING.arrivals(clients, env, wire),
                WIRING.receipts(clients, env, wire));
    }

    AdvanceConversation advanceConversation() {
        OutboundQueue outbound = WIRING.outbound(clients, env, wire);
        return WIRING.advanceConversation(
                conversations(),
                outbound,
                directory,
                templates(),
                WIRING.keepMedia(channels, secrets, media()),
                channels,
                words(),
                WIRING.tools(WIRING.bookings(clients, env, wire)));
    }

    DeliverMessage deliverMessage() {
        return WIRING.deliverMessage(
                conversations(),
                WIRING.coordination(clients, env),
                templates(),
                WIRING.deferred(clients, env, wire),
                directory,
                secrets,
                channels,
                media(),
                words(),
                env);
    }

    QueueBatches queues() {
        return WIRING.queueBatches(clients, env, random, WIRING.crew());
    }

    private Conversations conversations() {
        return WIRING.conversations(clients, env, wire, random);
    }

    private TemplateBook templates() {
        return WIRING.templates(clients, env, wire);
    }

    private MediaStore media() {
        return WIRING.media(clients, env);
    }

    private static Words words() {
        return WIRING.words();
    }

    static Supplier<Duration> remaining(Context context) {
        return () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    }

    @Override
    public void close() {
        clients.close();
    }
}
