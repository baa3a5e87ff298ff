package io.conserje.local.simulation;

import io.conserje.application.audit.Outside;
import io.conserje.application.audit.Outside.Posted;
import io.conserje.application.audit.Outside.Taken;
import io.conserje.channel.Normalised;
import io.conserje.channel.SendOutcome;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The providers: they post webhooks until these are acknowledged, take our messages or do not, and
 * remember both.
 */
final class Provider {
    /**
     * A receipt that was acknowledged so long before must have kept its message from going again.
     */
    private static final Duration IN_TIME = Duration.ofSeconds(8);

    private final Network network;
    private final Schedule schedule;
    private final RandomGenerator random;
    private final Trace trace;
    private final Mail mail;
    private final Map<String, List<Normalised>> webhooks = new HashMap<>();
    private final Map<MessageId, Posted> posted = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<OutboundId, Instant> told = new HashMap<>();
    private final Set<OutboundId> once = new HashSet<>();
    private final Map<ConversationId, Outgoing> last = new HashMap<>();

    Provider(Network network, RandomGenerator random, Trace trace, Mail mail) {
        this.network = network;
        this.schedule = network.schedule();
        this.random = random;
        this.trace = trace;
        this.mail = mail;
    }

    /** What a webhook of that name brings. */
    List<Normalised> webhook(String name) {
        return webhooks.getOrDefault(name, List.of());
    }

    /** Sends to us what a customer wrote, until we say that we have it. */
    void post(String channel, ConversationId conversation, List<Normalised> told) {
        Instant began = schedule.now();
        List<MessageId> ids =
                told.stream()
                        .filter(Normalised.FromContact.class::isInstance)
                        .map(one -> ((Normalised.FromContact) one).message().id())
                        .toList();
        send(channel, told, () -> ids.forEach(id -> acknowledged(conversation, id, began)));
    }

    private void acknowledged(ConversationId conversation, MessageId id, Instant began) {
        posted.putIfAbsent(
                id,
                new Posted(conversation, id, began.toEpochMilli(), schedule.now().toEpochMilli()));
    }

    private void send(String channel, List<Normalised> told, Runnable acknowledged) {
        String name = "webhook-" + webhooks.size();
        webhooks.put(name, told);
        trace.note("provider  " + name + ": " + told);
        mail.post(channel, name, acknowledged);
        if (network.happens(network.weather().duplicates())) {
            schedule.after(
                    Duration.ofMillis(random.nextInt(3000)),
                    () -> mail.post(channel, name, acknowledged));
        }
    }

    /** What a provider may do with a message of ours. */
    private enum Mood {
        WELL,
        BUSY,
        DOWN,
        SILENT,
        SILENT_AFTERWARDS,
        UNWILLING
    }

    SendOutcome take(OutboundMessage message, boolean proves) {
        Process process = Strand.current().process();
        network.travel(process);
        Mood mood =
                network.happens(network.weather().provider(), process)
                        ? Mood.values()[random.nextInt(Mood.values().length)]
                        : Mood.WELL;
        trace.note(process, "the provider is asked to take " + message.id() + ": " + mood);
        return switch (mood) {
            case WELL -> {
                String id = accept(message, proves);
                network.travel(process);
                yield new SendOutcome.Accepted(id);
            }
            case BUSY -> {
                network.travel(process);
                yield new SendOutcome.Throttled(
                        Duration.ofSeconds(1 + random.nextInt(5)),
                        SendOutcome.Scope.values()[random.nextInt(2)],
                        "too many");
            }
            case DOWN -> {
                network.travel(process);
                yield new SendOutcome.RetryLater(Duration.ofSeconds(2), "down");
            }
            case SILENT -> {
                Strand.current().await(Duration.ofSeconds(10));
                yield new SendOutcome.Unknown("no answer");
            }
            case SILENT_AFTERWARDS -> {
                accept(message, proves);
                Strand.current().await(Duration.ofSeconds(10));
                yield new SendOutcome.Unknown("no answer");
            }
            case UNWILLING -> {
                network.travel(process);
                yield new SendOutcome.Rejected("not this one");
            }
        };
    }

    private String accept(OutboundMessage message, boolean proves) {
        OutboundId id = message.id();
        String name = "theirs-" + taken.size();
        boolean again = !once.add(id);
        boolean frozen = schedule.now().isAfter(Strand.current().process().deadline());
        boolean excused = frozen || (again && proves && !wasToldInTime(id));
        taken.add(new Taken(id.conversation(), Optional.of(id), name, excused));
        last.put(id.conversation(), message.content());
        if (proves) {
            report(message, name);
        }
        return name;
    }

    /** Whether we had heard in time that it was taken, and had every means to note it. */
    private boolean wasToldInTime(OutboundId id) {
        Instant when = told.get(id);
        return when != null
                && when.plus(IN_TIME).isBefore(schedule.now())
                && !network.drawn().receiptsFail()
                && network.drawn().isTimely();
    }

    private void report(OutboundMessage message, String name) {
        boolean late = network.happens(network.weather().provider() / 4);
        int most = late ? 90_000 : 3_000;
        Duration after = Duration.ofMillis(20 + random.nextInt(most));
        report(message, name, Progress.SENT, after);
        report(message, name, Progress.DELIVERED, after.plusMillis(random.nextInt(2000)));
        if (random.nextBoolean()) {
            report(message, name, Progress.READ, after.plusMillis(random.nextInt(60_000)));
        }
    }

    private void report(OutboundMessage message, String name, Progress progress, Duration after) {
        schedule.after(
                after,
                () -> {
                    Receipt receipt =
                            new Receipt(
                                    name,
                                    Optional.of(message.id()),
                                    progress,
                                    schedule.now(),
                                    Optional.empty());
                    send(
                            message.account().channel(),
                            List.of(new Normalised.AboutMessage(receipt)),
                            () -> told.putIfAbsent(message.id(), schedule.now()));
                });
    }

    /** The last thing that we said in a conversation. */
    Optional<Outgoing> last(ConversationId conversation) {
        return Optional.ofNullable(last.get(conversation));
    }

    Outside asOutside() {
        return new Outside(List.copyOf(posted.values()), taken);
    }
}
