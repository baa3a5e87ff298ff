package io.conserje.local.bench;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.bench.Crowd.Asked;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.site.Site;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.OutboundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends webhooks through the whole way of a running site and holds what came back against what was
 * kept.
 */
public final class WayBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Site site;
    private final Site.Line line;
    private final Map<String, Long> firstPost = new ConcurrentHashMap<>();
    private final Map<ConversationId, List<Taken>> taken = new ConcurrentHashMap<>();
    private final AtomicLong posts = new AtomicLong();

    /** A message of ours that the provider took. */
    private record Taken(long sequence, long nanos) {}

    public WayBench(Site site) {
        this.site = site;
        this.line = site.lines().getFirst();
        line.emulator().onPosted(this::posted);
        line.emulator().onAccepted(this::accepted);
    }

    private void posted(PostedWebhook webhook) {
        posts.incrementAndGet();
        webhook.messages().forEach(id -> firstPost.merge(id, webhook.startedNanos(), Math::min));
    }

    private void accepted(AcceptedMessage message) {
        OutboundId id = OutboundId.parse(String.valueOf(message.callback()));
        List<Taken> list = taken.computeIfAbsent(id.conversation(), c -> new ArrayList<>());
        synchronized (list) {
            list.add(new Taken(id.sequence(), message.nanos()));
        }
    }

    /**
     * @param busy how many customers are busy at once
     * @throws IllegalStateException with the first thing that was lost, doubled or out of order
     */
    public WayReport run(int customers, int questionsEach, int busy, long seed)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        List<Asked> asked =
                Crowd.strict(line.emulator().phone(), busy).ask(customers, questionsEach, seed);
        long answered = System.nanoTime();
        Settled.await(site, PATIENCE);
        List<Long> latencies = new ArrayList<>();
        Env env = site.cloud().environmentOf("ConversationFunction");
        try (AwsClients clients = new AwsClients(env)) {
            Ledger ledger = new Ledger(clients, env.get("CONVERSATIONS_TABLE").orElseThrow());
            for (Asked one : asked) {
                latencies.addAll(audit(one, ledger));
            }
        }
        return new WayReport(
                customers * questionsEach,
                posts.get(),
                replies(),
                Duration.ofNanos(answered - begun),
                latencies);
    }

    private int replies() {
        return taken.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Each question heard once and in order, each turn answered once and in order; how long each
     * answer took.
     */
    private List<Long> audit(Asked asked, Ledger ledger) {
        ConversationId conversation = conversation(asked.customer());
        List<Ledger.Turn> turns = ledger.turns(line.account().project(), conversation);
        require(
                asked,
                "heard",
                asked.ids(),
                turns.stream().flatMap(turn -> turn.heard().stream()).toList());
        List<Taken> accepted = taken.getOrDefault(conversation, List.of());
        require(
                asked,
                "answered",
                turns.stream().flatMap(turn -> turn.said().stream()).toList(),
                accepted.stream().map(Taken::sequence).toList());
        List<Long> latencies = new ArrayList<>();
        int first = 0;
        for (Ledger.Turn turn : turns) {
            if (turn.said().isEmpty()) {
                throw new IllegalStateException(
                        "a turn of " + asked.customer() + " has no answer: " + turn);
            }
            long took = accepted.get(first).nanos();
            turn.heard().forEach(id -> latencies.add(took - firstPost.getOrDefault(id, took)));
            first += turn.said().size();
        }
        return latencies;
    }

    private static <T> void require(Asked asked, String what, List<T> expected, List<T> found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "customer "
                            + asked.customer()
                            + " was not "
                            + what
                            + " once and in order: expected "
                            + expected
                            + ", found "
                            + found);
        }
    }

    private ConversationId conversation(String customer) {
        return conversation(line, customer);
    }

    /** The conversation that a customer of an emulated provider has. */
    static ConversationId conversation(Site.Line line, String customer) {
        String key = line.emulator().contactKey(customer);
        Contact contact =
                new Contact(
                        Optional.of(key),
                        Optional.of(customer),
                        Optional.empty(),
                        Optional.empty());
        return ConversationId.of(line.account().project(), line.account().ref(), contact);
    }
}
