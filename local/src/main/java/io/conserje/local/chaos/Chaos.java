package io.conserje.local.chaos;

import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Outside;
import io.conserje.aws.Env;
import io.conserje.local.audit.StoredAudit;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Kills the system again and again while its customers write; what it kept on its disk is all that
 * the next one has. In the end the audit holds it against what the providers wrote down.
 */
@TheOutsideWorld
public final class Chaos {
    private static final Duration TO_SETTLE = Duration.ofMinutes(40);
    private static final int LONGEST_START_MILLIS = 8_000;
    private static final int FIRST_PHONE = 61_000_000;

    private final Plan plan;
    private final LongConsumer progress;
    private final SplittableRandom random;
    private final AtomicLong said = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private volatile CompletableFuture<LocalSystem> system = new CompletableFuture<>();
    private int whileStarting;

    /**
     * @param root of the checkout
     * @param data an empty folder
     * @param faults of the providers, as {@code up --faults} reads them
     * @param trouble of the services, as {@code up --trouble} reads it
     * @param parameters of the template; the rest have their defaults
     * @param kills at least one
     * @param customers how many write at the same time
     */
    public record Plan(
            Path root,
            Path data,
            long messages,
            int kills,
            int customers,
            String faults,
            String trouble,
            Map<String, String> parameters,
            long seed) {}

    /**
     * @param progress told how many messages were sent, now and then
     */
    public Chaos(Plan plan, LongConsumer progress) {
        this.plan = plan;
        this.progress = progress;
        this.random = new SplittableRandom(plan.seed());
    }

    /**
     * @throws IllegalStateException when it does not start, or work is left that does not end
     */
    public ChaosReport run() throws IOException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        LocalSystem first = start(true);
        List<Calls> customers = customers(first);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            customers.forEach(one -> writing.add(threads.submit(() -> write(one))));
            killAgainAndAgain();
            for (Future<?> one : writing) {
                one.get();
            }
        }
        stop();
        LocalSystem last = start(false);
        long written = System.nanoTime();
        try {
            last.settle(TO_SETTLE);
            Duration settling = Duration.ofNanos(System.nanoTime() - written);
            Outside outside = Seen.by(customers, last);
            Env env = name -> Optional.ofNullable(last.run().variables().get(name));
            Findings findings = StoredAudit.of(env, Optional.of(outside), Instant.now());
            return new ChaosReport(
                    outside.posted().size(),
                    outside.taken().size(),
                    plan.kills(),
                    whileStarting,
                    Duration.ofNanos(System.nanoTime() - begun),
                    settling,
                    findings);
        } finally {
            last.kill();
            http.close();
        }
    }

    private List<Calls> customers(LocalSystem running) {
        List<Calls> all = new ArrayList<>();
        List<LocalSystem.Line> lines = running.run().lines();
        for (int i = 0; i < plan.customers(); i++) {
            LocalSystem.Line line = lines.get(i % lines.size());
            all.add(new Calls(line, "507" + (FIRST_PHONE + i), random.split()));
        }
        return all;
    }

    private Void write(Calls customer) throws InterruptedException, ExecutionException {
        while (said.get() < plan.messages()) {
            LocalSystem now = system.get();
            try {
                progress.accept(said.addAndGet(customer.say(now)));
                customer.listen(now);
            } catch (IOException gone) {
                // The next one has to be there first; it may be that this one has just gone.
                pause(Duration.ofMillis(100));
            }
        }
        return null;
    }

    /** All through the run; the last time is when everything has been sent. */
    private void killAgainAndAgain() throws IOException, InterruptedException, ExecutionException {
        long each = plan.messages() / plan.kills();
        for (int kill = 1; kill < plan.kills(); kill++) {
            long at = each * kill - random.nextLong(each / 2 + 1);
            while (said.get() < at) {
                pause(Duration.ofMillis(5));
            }
            pause(Duration.ofMillis(random.nextLong(300)));
            stop();
            if (kill + 1 < plan.kills() && random.nextInt(5) == 0) {
                LocalSystem.Starting unready = starting(true);
                pause(Duration.ofMillis(random.nextLong(LONGEST_START_MILLIS)));
                unready.kill();
                whileStarting++;
                kill++;
            }
            LocalSystem unused = start(true);
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void stop() throws InterruptedException, ExecutionException {
        LocalSystem before = system.get();
        system = new CompletableFuture<>();
        before.kill();
    }

    private LocalSystem start(boolean faulty) throws IOException, InterruptedException {
        try {
            LocalSystem next = starting(faulty).ready(http);
            system.complete(next);
            return next;
        } catch (IllegalStateException failed) {
            // Whoever waits for it would wait for ever.
            system.completeExceptionally(failed);
            throw failed;
        }
    }

    private LocalSystem.Starting starting(boolean faulty) throws IOException {
        List<String> options = new ArrayList<>();
        plan.parameters()
                .forEach((name, value) ->
                        options.addAll(List.of("--parameter", name + "=" + value)));
        if (faulty) {
            options.addAll(List.of("--faults", plan.faults(), "--trouble", plan.trouble()));
        }
        return LocalSystem.start(plan.root(), plan.data(), options);
    }
}
