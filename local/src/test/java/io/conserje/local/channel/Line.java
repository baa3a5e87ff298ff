package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Channel;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.Webhook;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Capabilities;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import io.conserje.model.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;

/** One account of a channel: its provider, whose clock is ours to turn, and what it posts. */
final class Line implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ProjectId PROJECT = new ProjectId("demo");

    private volatile Instant now;
    private final AtomicLong lastNumber = new AtomicLong(34_600_100_000L);
    private final AtomicLong lastMessage = new AtomicLong();
    private final Words words;
    private final Path folder;
    private final Channel channel;
    private final ProviderEmulator emulator;
    private final Post post;

    Line(Words words, Path folder) {
        this.words = words;
        this.folder = folder;
        now = words.begins();
        channel = found(words.channel());
        emulator = words.start(Options.in(folder, "clinica").withClock(this::now));
        post = words.listen(emulator, question -> channel.handshake(question, secrets()));
        words.passed(now);
    }

    private static Channel found(String name) {
        return ServiceLoader.load(Channel.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel is found as " + name));
    }

    Words words() {
        return words;
    }

    /** Where the emulator keeps what it has. */
    Path folder() {
        return folder;
    }

    Channel channel() {
        return channel;
    }

    ProviderEmulator emulator() {
        return emulator;
    }

    Post post() {
        return post;
    }

    /** The media bucket. */
    Bucket files() {
        return new Bucket(folder.resolve("bucket"));
    }

    /** Without faults. */
    void calm() {
        emulator.turn(FaultDial.OFF);
        emulator.outage(false);
        quiet();
    }

    /** Waits until nothing is on its way any more. */
    void quiet() {
        assertTrue(post.quiet(PATIENCE), () -> "never quiet: " + emulator.state());
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
        words.passed(now);
    }

    Account account() {
        return new Account(
                PROJECT, new AccountRef(words.channel(), "clinica"), emulator.settings());
    }

    Account accountWith(String setting, String value) {
        Map<String, String> settings = new HashMap<>(emulator.settings());
        settings.put(setting, value);
        return new Account(PROJECT, account().ref(), settings);
    }

    /** The account, were its provider somewhere else. */
    Account accountNowhere() {
        Map<String, String> settings = new HashMap<>(emulator.settings());
        settings.putAll(words.nowhere());
        return new Account(PROJECT, account().ref(), settings);
    }

    Account accountWithout(String setting) {
        Map<String, String> settings = new HashMap<>(emulator.settings());
        settings.remove(setting);
        return new Account(PROJECT, account().ref(), settings);
    }

    Capabilities can() {
        return channel.capabilities(account());
    }

    Secrets secrets() {
        return secrets(emulator.secrets());
    }

    Secrets secretsWith(String name, String value) {
        Map<String, String> all = new HashMap<>(emulator.secrets());
        all.put(name, value);
        return secrets(all);
    }

    private static Secrets secrets(Map<String, String> all) {
        return name ->
                Optional.ofNullable(all.get(name))
                        .orElseThrow(() ->
                                new IllegalStateException("secret " + name + " is not there"));
    }

    /** Somebody who has just written to us. */
    Customer somebody() {
        Customer customer = stranger();
        return new Customer(this, customer.number(), customer.says("hola").contact());
    }

    /** Somebody who never wrote to us. */
    Customer stranger() {
        String number = Long.toString(lastNumber.incrementAndGet());
        return new Customer(this, number, words.contact(emulator.contactKey(number)));
    }

    OutboundMessage message(Contact to, Outgoing content) {
        AccountRef ref = account().ref();
        long sequence = lastMessage.incrementAndGet();
        return new OutboundMessage(
                new OutboundId(ConversationId.of(PROJECT, ref, to), sequence),
                PROJECT,
                ref,
                to,
                Optional.empty(),
                content,
                Terms.answer(now()),
                new CorrelationId("c-" + sequence),
                now());
    }

    /** How many webhooks came so far, once no more are on their way. */
    int mark() {
        quiet();
        return post.size();
    }

    /** What came after the mark, once no more is on its way. */
    List<Webhook> since(int mark) {
        quiet();
        return post.since(mark);
    }

    List<Normalised> told(List<Webhook> webhooks) {
        List<Normalised> told = new ArrayList<>();
        for (Webhook webhook : webhooks) {
            told.addAll(told(webhook));
        }
        return told;
    }

    List<Normalised> told(Webhook webhook) {
        try {
            return channel.normalise(webhook, account());
        } catch (MalformedWebhook e) {
            throw new AssertionError("the provider's own webhook is malformed", e);
        }
    }

    @Override
    public void close() {
        emulator.close();
        post.close();
    }
}
