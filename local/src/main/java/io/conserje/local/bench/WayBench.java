package io.conserje.local.bench;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.bench.Crowd.Asked;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.site.Site;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
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
    private final Answered answered;
    private final AtomicLong posts = new AtomicLong();

    public WayBench(Site site) {
        this.site = site;
        this.line = site.lines().getFirst();
        line.emulator().onPosted(this::posted);
        this.answered = new Answered(line);
    }

    private void posted(PostedWebhook webhook) {
        posts.incrementAndGet();
        webhook.messages().forEach(id -> firstPost.merge(id, webhook.startedNanos(), Math::min));
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
        long end = System.nanoTime();
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
                answered.replies(),
                Duration.ofNanos(end - begun),
                latencies);
    }

    /** How long each answer took. */
    private List<Long> audit(Asked asked, Ledger ledger) {
        List<Long> latencies = new ArrayList<>();
        for (Answered.Answer answer : answered.once(asked.customer(), asked.ids(), ledger)) {
            answer.heard()
                    .forEach(id ->
                            latencies.add(
                                    answer.nanos() - firstPost.getOrDefault(id, answer.nanos())));
        }
        return latencies;
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
