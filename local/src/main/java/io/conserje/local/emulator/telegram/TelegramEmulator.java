package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.EmulatorState;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.control.ControlApi;
import io.conserje.local.emulator.phone.EmulatedPhone;
import io.conserje.local.emulator.phone.Ledger;
import io.conserje.local.emulator.post.Backlog;
import io.conserje.local.emulator.post.Postman;
import io.conserje.local.emulator.telegram.Subscription.Hook;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Telegram's Bot API, on this machine. A customer is a user id, and has a chat once they write. */
public final class TelegramEmulator implements ProviderEmulator {
    private final TelegramAccount account;
    private final Options options;
    private final Ledger ledger;
    private final Archive archive;
    private final Backlog backlog = new Backlog();
    private final List<Consumer<AcceptedMessage>> listeners = new CopyOnWriteArrayList<>();
    private final Postman postman;
    private final WebhookCalls webhooks;
    private final Pace pace;
    private final Phone phone;
    private final BotServer api;
    private final WebServer server;
    private volatile FaultDial dial;

    private TelegramEmulator(Options options) {
        this.options = options;
        dial = options.dial();
        account = TelegramAccount.open(options.folder(), options.random());
        archive = Archive.open(options.folder().resolve("archive.jsonl"), account.firstUpdateId());
        ledger = Ledger.open(options.folder().resolve("journal.jsonl"));
        Subscription subscription = new Subscription(account.webhookSecret(), options.clock());
        postman =
                new Postman(
                        subscription, this::dial, ledger::acknowledged, backlog, options.inOrder());
        postman.listen(subscription::posted);
        webhooks = new WebhookCalls(subscription, postman, backlog);
        pace = new Pace(options.clock());
        People people = new People(account);
        FileShelf shelf = new FileShelf(options.folder().resolve("files"), options.random());
        Media media = new Media(shelf);
        TelegramWire wire =
                new TelegramWire(
                        people, archive, media, subscription, options.clock(), options.random());
        phone = new EmulatedPhone(ledger, wire, postman);
        FileCalls files = new FileCalls(shelf, this::dial);
        api = new BotServer(account, api(people, new Contents(media), files), files, postman);
        server = server(api);
    }

    /** Opens the account's folder, listens, and goes on with what was not done last time. */
    public static TelegramEmulator start(Options options) {
        TelegramEmulator emulator = new TelegramEmulator(options);
        emulator.server.start();
        URI webhook = options.webhook();
        if (webhook != null) {
            emulator.subscribe(webhook);
        }
        emulator.ledger.unacknowledged().forEach(emulator.postman::post);
        return emulator;
    }

    private BotApi api(People people, Contents contents, FileCalls files) {
        Outgoing outgoing = new Outgoing(ledger, archive, people, options.clock(), this::accepted);
        return new BotApi(
                people, ledger, archive, contents, outgoing, webhooks, files, pace, this::dial);
    }

    private WebServer server(BotServer calls) {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(options.port())
                .shutdownHook(false)
                .routing(routing ->
                        routing.register(ControlApi.PATH, new ControlApi(this))
                                .register("/", calls))
                .build();
    }

    private void accepted(AcceptedMessage message) {
        backlog.accepted();
        listeners.forEach(listener -> listener.accept(message));
    }

    /**
     * Refuses, as Telegram does, what is sent to one chat faster than this; 0 for no limit.
     *
     * @see <a
     *     href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">
     *     the limits</a>
     */
    public void limit(int messagesPerSecond) {
        pace.limit(messagesPerSecond);
    }

    /** While it is on, every call is answered by what stands before Telegram's servers. */
    @Override
    public void outage(boolean on) {
        api.outage(on);
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "api-url", baseUri().toString(),
                "bot-id", Long.toString(account.botId()),
                "bot-username", account.botUsername());
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("bot-token", account.botToken(), "webhook-secret", account.webhookSecret());
    }

    /** As setWebhook with the account's secret and every kind of update does. */
    @Override
    public void subscribe(URI webhook) {
        webhooks.subscribe(new Hook(webhook, account.webhookSecret(), 40, WebhookCalls.EVERYTHING));
    }

    @Override
    public Phone phone() {
        return phone;
    }

    @Override
    public String contactKey(String customer) {
        return People.customer(customer);
    }

    @Override
    public FaultDial dial() {
        return dial;
    }

    @Override
    public void turn(FaultDial other) {
        dial = other;
    }

    @Override
    public EmulatorState state() {
        return backlog.state();
    }

    @Override
    public boolean awaitQuiet(Duration atMost) {
        return backlog.awaitQuiet(atMost);
    }

    @Override
    public void onAccepted(Consumer<AcceptedMessage> listener) {
        listeners.add(listener);
    }

    @Override
    public void onPosted(Consumer<PostedWebhook> listener) {
        postman.listen(listener);
    }

    /** The postman first, who ends whatever waits. */
    @Override
    public void close() {
        postman.close();
        server.stop();
        ledger.close();
        archive.close();
    }
}
