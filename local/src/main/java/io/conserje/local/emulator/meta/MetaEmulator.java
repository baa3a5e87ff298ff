package io.conserje.local.emulator.meta;

import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.EmulatorState;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.control.ControlApi;
import io.conserje.local.emulator.phone.EmulatedPhone;
import io.conserje.local.emulator.phone.Ledger;
import io.conserje.local.emulator.post.Backlog;
import io.conserje.local.emulator.post.Postman;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** WhatsApp as Meta hosts it, on this machine. */
public final class MetaEmulator implements ProviderEmulator {
    private final MetaAccount account;
    private final Options options;
    private final Ledger ledger;
    private final Backlog backlog = new Backlog();
    private final List<Consumer<AcceptedMessage>> listeners = new CopyOnWriteArrayList<>();
    private final Postman postman;
    private final Phone phone;
    private final Templates templates;
    private final TemplateReview review;
    private final SendLimits limits;
    private final HeldCalls held = new HeldCalls();
    private final GraphServer api;
    private final WebServer server;
    private volatile FaultDial dial;

    private MetaEmulator(Options options) {
        this.options = options;
        dial = options.dial();
        account = MetaAccount.open(options.folder(), options.random());
        ledger = Ledger.open(options.folder().resolve("journal.jsonl"));
        MetaSeal seal = new MetaSeal(account.appSecret());
        postman = new Postman(seal, this::dial, ledger::acknowledged, backlog, options.inOrder());
        MetaIds ids = new MetaIds(seal);
        MetaWebhooks webhooks = new MetaWebhooks(account);
        MediaShelf shelf = new MediaShelf(options.folder().resolve("media"), options.random());
        MetaWire wire = new MetaWire(account, ids, webhooks, shelf, options.clock());
        phone = new EmulatedPhone(ledger, wire, postman);
        templates = new Templates(options.folder().resolve("templates.json"));
        review = new TemplateReview(templates, ledger, postman, webhooks, options.clock());
        limits = new SendLimits(options.clock());
        api = api(ids, webhooks, seal, shelf);
        server = server();
    }

    /** Opens the account's folder, listens, and goes on with what was not done last time. */
    public static MetaEmulator start(Options options) {
        MetaEmulator emulator = new MetaEmulator(options);
        emulator.server.start();
        URI webhook = options.webhook();
        if (webhook != null) {
            emulator.postman.address(webhook);
        }
        emulator.ledger.unacknowledged().forEach(emulator.postman::post);
        emulator.review.catchUp();
        return emulator;
    }

    private GraphServer api(MetaIds ids, MetaWebhooks webhooks, MetaSeal seal, MediaShelf shelf) {
        CallFaults faults = new CallFaults(this::dial);
        InstantSource clock = options.clock();
        MediaApi media = new MediaApi(account, shelf, seal, clock, this::baseUri);
        TemplateApi templateApi =
                new TemplateApi(
                        account, templates, review, backlog, options.random(), this::baseUri);
        return new GraphServer(
                account,
                graph(ids, webhooks, shelf, faults),
                media,
                templateApi,
                faults,
                held,
                postman,
                options.random());
    }

    private GraphApi graph(
            MetaIds ids, MetaWebhooks webhooks, MediaShelf shelf, CallFaults faults) {
        InstantSource clock = options.clock();
        StatusPlan plan = new StatusPlan(options.statuses());
        Outgoing outgoing =
                new Outgoing(
                        ledger, postman, webhooks, ids, templates, plan, clock, this::accepted);
        MessageRules rules = new MessageRules(shelf, new TemplateMatch(templates));
        return new GraphApi(account, ledger, rules, outgoing, clock, faults, limits);
    }

    private WebServer server() {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(options.port())
                .shutdownHook(false)
                .addConnectionSelector(held.selector())
                .routing(routing ->
                        routing.register(ControlApi.PATH, new ControlApi(this)).register("/", api))
                .build();
    }

    private void accepted(AcceptedMessage message) {
        backlog.accepted();
        listeners.forEach(listener -> listener.accept(message));
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "graph-url", baseUri().toString(),
                "phone-number-id", account.phoneNumberId(),
                "display-phone-number", account.displayPhoneNumber(),
                "business-account-id", account.businessAccountId());
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of(
                "app-secret", account.appSecret(),
                "verify-token", account.verifyToken(),
                "access-token", account.accessToken());
    }

    @Override
    public void subscribe(URI webhook) {
        Handshake.check(webhook, account.verifyToken(), MetaAccount.digits(options.random()));
        postman.address(webhook);
    }

    @Override
    public Phone phone() {
        return phone;
    }

    @Override
    public String contactKey(String customer) {
        return MetaIds.userId(customer);
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
    public void outage(boolean lasts) {
        api.outage(lasts);
    }

    /**
     * Whether messages are refused that come faster than Meta takes them: to one customer 45 at
     * once and then one every 6 s, and 80 a second in all. At first they are not.
     */
    public void limits(boolean on) {
        limits.turn(on);
    }

    /**
     * Has Meta change its mind about a template, and tell of it.
     *
     * @throws Refused when there is none of that name and language
     */
    public void template(String name, String language, TemplateStatus status) {
        Template template =
                templates
                        .find(name, language)
                        .orElseThrow(() ->
                                new Refused("template", "there is no " + name + " in " + language));
        review.decide(template, status);
    }

    /** How many calls wait for an answer that never comes. */
    int stalled() {
        return held.size();
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

    @Override
    public void close() {
        held.close();
        server.stop();
        postman.close();
        ledger.close();
    }
}
