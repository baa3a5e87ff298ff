package io.conserje.aws;

import io.conserje.application.AcceptWebhook;
import io.conserje.application.AdvanceConversation;
import io.conserje.application.ArrivalQueue;
import io.conserje.application.Channels;
import io.conserje.application.Conversations;
import io.conserje.application.Coordination;
import io.conserje.application.DeferralQueue;
import io.conserje.application.DeliverMessage;
import io.conserje.application.Directory;
import io.conserje.application.FetchMedia;
import io.conserje.application.KeepMedia;
import io.conserje.application.MediaStore;
import io.conserje.application.OutboundQueue;
import io.conserje.application.ReceiptQueue;
import io.conserje.application.RecordReceipt;
import io.conserje.application.ReleaseMessage;
import io.conserje.application.SecretStore;
import io.conserje.application.Senders;
import io.conserje.application.TemplateBook;
import io.conserje.application.Words;
import io.conserje.application.booking.AttendToDues;
import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.KeepBookings;
import io.conserje.application.booking.Tools;
import io.conserje.aws.media.TikaMediaTypes;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Which adapter stands behind which port. Made when a function first asks for it, so each has only
 * what it needs. What touches the world outside gives way to what a host has brought instead.
 */
@Factory
public final class Wiring {

    @Singleton
    @Requires(missingBeans = Env.class)
    @TheOutsideWorld
    public Env env() {
        return name -> Optional.ofNullable(System.getenv(name));
    }

    /** Before the framework's own, which it has in any case. */
    @Singleton
    @Primary
    @TheOutsideWorld
    public InstantSource clock(@Nullable HostClock host) {
        return host == null ? InstantSource.system() : host;
    }

    /** Seeded by the system at each call, never by the snapshot. */
    @Singleton
    @Requires(missingBeans = RandomGenerator.class)
    public RandomGenerator random() {
        return new SecureRandom();
    }

    @Singleton
    public Stage stage(Env env) {
        return Stage.read(env);
    }

    @Singleton
    public Wire wire() {
        return new Wire();
    }

    @Bean(preDestroy = "close")
    @Singleton
    @Requires(missingBeans = AwsClients.class)
    public AwsClients clients(Env env, List<ExecutionInterceptor> guards) {
        return new AwsClients(env, guards);
    }

    @Singleton
    public Way way(Stage stage, InstantSource clock) {
        return new Way(stage, clock);
    }

    @Singleton
    @Requires(missingBeans = Crew.class)
    public Crew crew() {
        return Executors::newVirtualThreadPerTaskExecutor;
    }

    @Singleton
    public QueueBatches queueBatches(
            AwsClients clients, Env env, RandomGenerator random, Crew crew) {
        return new QueueBatches(clients, env, random, crew);
    }

    @Singleton
    public StageSessions stageSessions(AwsClients clients, Env env) {
        return new StageSessions(clients, env);
    }

    @Singleton
    public HealthChecks healthChecks(AwsClients clients, Env env, StageSessions sessions) {
        return new HealthChecks(clients, env, sessions);
    }

    @Singleton
    public Words words() {
        return Words.load();
    }

    @Singleton
    @Requires(missingBeans = Channels.class)
    public Channels channels() {
        return Channels.onClassPath();
    }

    @Singleton
    @Requires(missingBeans = SecretStore.class)
    public SecretStore secrets(
            AwsClients clients, Env env, InstantSource clock, Stage stage, Channels channels) {
        ManagedSecrets secrets = new ManagedSecrets(clients, env, clock);
        if (stage.isProduction()) {
            new ProductionCheck(channels).check(stage, secrets.values());
            secrets.forget();
        }
        return secrets;
    }

    @Singleton
    @Requires(missingBeans = Directory.class)
    public Directory directory(AwsClients clients, Env env, Wire wire, InstantSource clock) {
        return new DynamoDirectory(clients, env, wire, clock);
    }

    @Singleton
    public Conversations conversations(
            AwsClients clients, Env env, Wire wire, RandomGenerator random) {
        return new DynamoConversations(clients, env, wire, random);
    }

    @Singleton
    public BookingStore bookings(AwsClients clients, Env env, Wire wire) {
        return new DynamoBookings(clients, env, wire);
    }

    @Singleton
    @Requires(missingBeans = Tools.class)
    public Tools tools(BookingStore bookings) {
        return new KeepBookings(bookings);
    }

    @Singleton
    public ArrivalQueue arrivals(AwsClients clients, Env env, Wire wire) {
        return new SqsArrivalQueue(clients, env, wire);
    }

    @Singleton
    public OutboundQueue outbound(AwsClients clients, Env env, Wire wire) {
        return new SqsOutboundQueue(clients, env, wire);
    }

    @Singleton
    public ReceiptQueue receipts(AwsClients clients, Env env, Wire wire) {
        return new SqsReceiptQueue(clients, env, wire);
    }

    @Singleton
    public AcceptWebhook acceptWebhook(
            Channels channels,
            Directory directory,
            SecretStore secrets,
            ArrivalQueue arrivals,
            ReceiptQueue receipts) {
        return new AcceptWebhook(channels, directory, secrets, arrivals, receipts);
    }

    @Singleton
    public AdvanceConversation advanceConversation(
            Conversations conversations,
            OutboundQueue outbound,
            Directory directory,
            TemplateBook templates,
            KeepMedia keepMedia,
            Channels channels,
            Words words,
            Tools tools) {
        return new AdvanceConversation(
                conversations, outbound, directory, templates, keepMedia, channels, words, tools);
    }

    @Singleton
    public MediaStore media(AwsClients clients, Env env) {
        return MediaStores.of(clients, env);
    }

    /** What a killed process left in the folder of its number is deleted by the next. */
    @Singleton
    @Requires(missingBeans = KeepMedia.class)
    public KeepMedia keepMedia(Channels channels, SecretStore secrets, MediaStore media) {
        Path temporary =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "conserje-media-" + ProcessHandle.current().pid());
        return new FetchMedia(channels, secrets, media, new TikaMediaTypes(), temporary);
    }

    @Singleton
    public DeferralQueue deferred(AwsClients clients, Env env, Wire wire) {
        return new SqsDeferralQueue(clients, env, wire);
    }

    @Singleton
    public Coordination coordination(AwsClients clients, Env env) {
        return new DynamoCoordination(clients, env);
    }

    @Singleton
    public TemplateBook templates(AwsClients clients, Env env, Wire wire) {
        return new DynamoTemplateBook(clients, env, wire);
    }

    @Singleton
    public DeliverMessage deliverMessage(
            Conversations conversations,
            Coordination coordination,
            TemplateBook templates,
            DeferralQueue deferred,
            Directory directory,
            SecretStore secrets,
            Channels channels,
            MediaStore media,
            Words words,
            Env env) {
        Variables variables = new Variables(env);
        Duration patience = variables.seconds("DOUBT_SECONDS");
        variables.check();
        return new DeliverMessage(
                conversations,
                coordination,
                templates,
                deferred,
                new Senders(directory, channels, secrets, media),
                words,
                patience);
    }

    @Singleton
    public ReleaseMessage releaseMessage(DeferralQueue deferred, OutboundQueue outbound) {
        return new ReleaseMessage(deferred, outbound);
    }

    @Singleton
    public RecordReceipt recordReceipt(Conversations conversations) {
        return new RecordReceipt(conversations);
    }

    @Singleton
    public AttendToDues attendToDues(
            Directory directory,
            BookingStore bookings,
            ArrivalQueue arrivals,
            TemplateBook templates,
            Words words) {
        return new AttendToDues(directory, bookings, arrivals, templates, words);
    }
}
