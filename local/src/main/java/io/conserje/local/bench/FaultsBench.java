package io.conserje.local.bench;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.bench.Crowd.Asked;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.site.Site;
import io.conserje.model.OutboundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets every provider of a running site misbehave while many customers write, and then holds what
 * the providers took against what was kept: each message of ours was taken exactly once, or is
 * visibly parked, and in its order.
 */
public final class FaultsBench {
    /** Longer than a doubt takes to be settled: its call, and the wait for its receipt. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration TO_SETTLE = Duration.ofMinutes(15);

    private final Site site;
    private final Map<String, List<Took>> taken = new ConcurrentHashMap<>();

    /**
     * What a provider took of us.
     *
     * @param ours our name of it, where the provider gives it back
     */
    record Took(String providerId, Optional<OutboundId> ours) {}

    public FaultsBench(Site site) {
        this.site = site;
        site.lines().forEach(line -> line.emulator().onAccepted(message -> took(line, message)));
    }

    private void took(Site.Line line, AcceptedMessage message) {
        List<Took> list =
                taken.computeIfAbsent(key(line, message.customer()), c -> new ArrayList<>());
        synchronized (list) {
            list.add(
                    new Took(
                            message.id(),
                            Optional.ofNullable(message.callback()).map(OutboundId::parse)));
        }
    }

    private static String key(Site.Line line, String customer) {
        return line.account().ref() + "#" + customer;
    }

    /**
     * @param customers of all lines together
     * @throws IllegalStateException with the first thing that was lost, doubled or out of order
     */
    public FaultsReport run(int customers, int questionsEach, int busy, long seed)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        int lines = site.lines().size();
        Map<Site.Line, List<Asked>> asked = new ConcurrentHashMap<>();
        List<Callable<List<Asked>>> crowds = new ArrayList<>();
        for (Site.Line line : site.lines()) {
            crowds.add(() -> {
                List<Asked> all =
                        Crowd.patientFor(PATIENCE, line.emulator().phone(), busy / lines)
                                .ask(customers / lines, questionsEach, seed);
                asked.put(line, all);
                return all;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Asked>> crowd : threads.invokeAll(crowds)) {
                crowd.get();
            }
        }
        Settled.await(site, TO_SETTLE);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return audit(asked, took);
    }

    private FaultsReport audit(Map<Site.Line, List<Asked>> asked, Duration took) {
        Env env = site.cloud().environmentOf("ConversationFunction");
        FaultsReport report = FaultsReport.empty(took);
        try (AwsClients clients = new AwsClients(env)) {
            Ledger ledger = new Ledger(clients, env.get("CONVERSATIONS_TABLE").orElseThrow());
            for (Map.Entry<Site.Line, List<Asked>> entry : asked.entrySet()) {
                for (Asked one : entry.getValue()) {
                    report = report.with(audit(entry.getKey(), one, ledger));
                }
            }
        }
        return report;
    }

    private FaultsReport audit(Site.Line line, Asked one, Ledger ledger) {
        List<Ledger.Said> said =
                ledger.said(line.account().project(), WayBench.conversation(line, one.customer()));
        List<String> heard =
                ledger
                        .turns(
                                line.account().project(),
                                WayBench.conversation(line, one.customer()))
                        .stream()
                        .flatMap(turn -> turn.heard().stream())
                        .toList();
        if (heard.size() != one.ids().size()) {
            throw new IllegalStateException(
                    "customer " + one.customer() + " sent " + one.ids() + ", heard were " + heard);
        }
        return new OnceInOrder(one.customer(), said)
                .hold(taken.getOrDefault(key(line, one.customer()), List.of()), heard.size());
    }
}
