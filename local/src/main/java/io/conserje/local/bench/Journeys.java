package io.conserje.local.bench;

import io.conserje.application.audit.Outside;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.site.Site;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** When each message was due, left, was acknowledged and was answered, as its provider saw it. */
final class Journeys {
    private final Site.Line line;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final Map<String, Post> posts = new ConcurrentHashMap<>();
    private final Map<OutboundId, Long> takenAt = new ConcurrentHashMap<>();
    private final Queue<Outside.Taken> taken = new ConcurrentLinkedQueue<>();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final AtomicLong open = new AtomicLong();

    /** A message that left a phone. */
    private record Sent(String customer, long due, boolean counts) {}

    /**
     * @param started when it was posted first
     * @param took from the last post to its answer
     * @param acknowledged 0 while it is not
     */
    private record Post(long started, long took, long acknowledged) {
        Post or(Post later) {
            return acknowledged > 0
                    ? this
                    : new Post(Math.min(started, later.started), later.took, later.acknowledged);
        }
    }

    Journeys(Site.Line line) {
        this.line = line;
        line.emulator().onPosted(this::posted);
        line.emulator().onAccepted(this::accepted);
    }

    /** A message is due. Every call is followed by {@link #left}. */
    void due(boolean counts) {
        if (counts) {
            open.incrementAndGet();
        }
    }

    /**
     * @param counts whether it is among the {@link #open} ones until it is acknowledged
     */
    void left(String id, String customer, long due, boolean counts) {
        sent.put(id, new Sent(customer, due, counts));
        arrived(id);
    }

    /** How many messages that count are due and not acknowledged. */
    long open() {
        return open.get();
    }

    private void posted(PostedWebhook webhook) {
        long end = webhook.startedNanos() + webhook.tookNanos();
        Post post =
                new Post(
                        webhook.startedNanos(),
                        webhook.tookNanos(),
                        webhook.acknowledged() ? end : 0);
        for (String id : webhook.messages()) {
            posts.merge(id, post, Post::or);
            arrived(id);
        }
    }

    /** The phone and the postman tell of a message in either order. */
    private void arrived(String id) {
        Sent who = sent.get(id);
        Post post = posts.get(id);
        if (who != null && post != null && post.acknowledged > 0 && arrived.add(id) && who.counts) {
            open.decrementAndGet();
        }
    }

    private void accepted(AcceptedMessage message) {
        OutboundId id = OutboundId.parse(String.valueOf(message.callback()));
        takenAt.putIfAbsent(id, message.nanos());
        taken.add(new Outside.Taken(id.conversation(), Optional.of(id), message.id(), false));
    }

    /** When the provider took it, by {@link System#nanoTime}. */
    Optional<Long> takenAt(OutboundId id) {
        return Optional.ofNullable(takenAt.get(id));
    }

    /**
     * @param said when the provider took the first message of the turn that heard it; empty when it
     *     took none
     */
    Journey journey(String id, Optional<Long> said) {
        Sent who = Objects.requireNonNull(sent.get(id), id);
        Post post = posts.get(id);
        if (post == null || post.acknowledged == 0) {
            throw new IllegalStateException(
                    "message " + id + " of " + who.customer + " was not acknowledged");
        }
        return new Journey(
                who.customer, id, who.due, post.started, post.acknowledged, post.took, said);
    }

    /** What the provider knows, for the audit. */
    Outside asOutside() {
        List<Outside.Posted> told = new ArrayList<>();
        sent.forEach((id, who) -> {
            Journey one = journey(id, Optional.empty());
            told.add(
                    new Outside.Posted(
                            WayBench.conversation(line, who.customer),
                            new MessageId(id),
                            one.posted(),
                            one.acknowledged()));
        });
        return new Outside(told, List.copyOf(taken));
    }
}
