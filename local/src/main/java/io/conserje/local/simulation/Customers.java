package io.conserje.local.simulation;

import io.conserje.channel.Normalised;
import io.conserje.model.Account;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.ConversationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Some people who write to the business for some minutes, with no great patience. */
final class Customers {
    static final Duration AT_MOST = Duration.ofMinutes(8);

    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int AT_ONCE = 300;
    private static final List<String> LINES = lines();

    private final Scene scene;
    private final Provider provider;
    private final Schedule schedule;
    private final RandomGenerator random;
    private final java.util.function.Consumer<ConversationId> spoil;
    private int messages;
    private boolean rush;

    /**
     * @param spoil makes what is kept of a conversation unreadable
     */
    Customers(
            Scene scene,
            Provider provider,
            Schedule schedule,
            RandomGenerator random,
            java.util.function.Consumer<ConversationId> spoil) {
        this.scene = scene;
        this.provider = provider;
        this.schedule = schedule;
        this.random = random;
        this.spoil = spoil;
    }

    private static List<String> lines() {
        try (InputStream file = Customers.class.getResourceAsStream("customers.txt");
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In some runs all of them want the same time in the same moment, and say yes in the next. */
    void start() {
        rush = random.nextInt(3) == 0;
        int many = 1 + random.nextInt(rush ? 5 : 3);
        for (int i = 0; i < many; i++) {
            Account account =
                    scene.directory()
                            .accounts()
                            .get(random.nextInt(scene.directory().accounts().size()));
            Contact contact = Contact.ofPhone("3460000000" + i);
            int times = 1 + random.nextInt(4);
            for (int time = 0; time < times; time++) {
                schedule.after(when(time), () -> write(account, contact));
            }
            if (random.nextInt(40) == 0) {
                ConversationId id = ConversationId.of(account.project(), account.ref(), contact);
                schedule.after(when(0), () -> spoil.accept(id));
            }
        }
    }

    private Duration when(int time) {
        return rush
                ? ROUND.multipliedBy(time).plusMillis(random.nextInt(AT_ONCE))
                : Duration.ofMillis(random.nextLong(AT_MOST.toMillis()));
    }

    /** One message, or some at once; in one webhook, or one webhook each. */
    private void write(Account account, Contact contact) {
        ConversationId conversation = ConversationId.of(account.project(), account.ref(), contact);
        List<Normalised> told = new ArrayList<>();
        int many = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
        for (int i = 0; i < many; i++) {
            told.add(new Normalised.FromContact(contact, message(conversation)));
        }
        String channel = account.ref().channel();
        if (random.nextBoolean()) {
            provider.post(channel, conversation, told);
        } else {
            told.forEach(one -> provider.post(channel, conversation, List.of(one)));
        }
    }

    private InboundMessage message(ConversationId conversation) {
        MessageId id = new MessageId("customers-" + messages++);
        return InboundMessage.of(id, schedule.now(), content(conversation));
    }

    private Content content(ConversationId conversation) {
        Optional<Outgoing> last = provider.last(conversation);
        if (rush && random.nextInt(5) > 0) {
            return last.isPresent() && last.get() instanceof Outgoing.Ask ask
                    ? choice(ask.options().getFirst())
                    : new Content.Text(LINES.getFirst());
        }
        if (last.isPresent() && last.get() instanceof Outgoing.Ask ask && random.nextInt(3) > 0) {
            return choice(ask.options().get(random.nextInt(ask.options().size())));
        }
        return random.nextInt(30) == 0
                ? new Content.Unsupported("novelty", "{}")
                : new Content.Text(LINES.get(random.nextInt(LINES.size())));
    }

    private static Content choice(Outgoing.Option option) {
        return new Content.Choice(option.id(), option.title());
    }
}
