package io.conserje.local.bench;

import com.sun.management.OperatingSystemMXBean;
import io.conserje.application.Channels;
import io.conserje.local.bench.Saturation.Sample;
import io.conserje.local.runtime.QueueDepth;
import io.conserje.local.site.Site;
import io.conserje.local.template.Mapping;
import io.conserje.model.Pace;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Reads every gauge several times a second until it is closed. */
final class Gauges implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Site site;
    private final Site.Line line;
    private final LongSupplier posts;
    private final double limit;
    private final Deque<Taken> lately = new ArrayDeque<>();
    private final List<Sample> samples = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** How many messages the provider had taken of us. */
    private record Taken(long nanos, long many) {}

    /**
     * @param posts how many webhooks are on their way
     */
    Gauges(Site site, Site.Line line, LongSupplier posts) {
        this.site = site;
        this.line = line;
        this.posts = posts;
        Pace pace =
                Channels.onClassPath()
                        .of(line.account().ref())
                        .capabilities(line.account())
                        .account();
        this.limit = 1e9 / pace.interval().toNanos();
    }

    Gauges start() {
        Thread.ofPlatform().daemon().name("gauges").start(this::look);
        return this;
    }

    private void look() {
        try {
            // Its loads are those since it was asked last.
            Sample unused = sample();
            do {
                samples.add(sample());
            } while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
            ended.complete(null);
        } catch (InterruptedException | RuntimeException failed) {
            ended.completeExceptionally(failed);
        }
    }

    private Sample sample() {
        List<Gauge> gauges = new ArrayList<>();
        gauges.add(new Gauge.Processor(machine.getCpuLoad(), machine.getProcessCpuLoad()));
        site.cloud().template().mappings().forEach(mapping -> gauges.add(consumer(mapping)));
        gauges.add(pace());
        gauges.add(new Gauge.Posts(posts.getAsLong()));
        return new Sample(System.nanoTime(), gauges);
    }

    private Gauge consumer(Mapping mapping) {
        QueueDepth depth = site.cloud().depth(mapping.queueId());
        return new Gauge.Consumer(
                mapping.queueId(),
                mapping.functionId(),
                site.cloud().running(mapping.functionId()),
                mapping.maximumConcurrency(),
                depth.visible(),
                mapping.maximumConcurrency() * mapping.batchSize());
    }

    /** Over about a second. */
    private Gauge pace() {
        Taken now = new Taken(System.nanoTime(), line.emulator().state().accepted());
        lately.addLast(now);
        while (lately.size() > 1 + Duration.ofSeconds(1).dividedBy(LOOK)) {
            lately.removeFirst();
        }
        Taken before = lately.getFirst();
        double seconds = (now.nanos() - before.nanos()) / 1e9;
        double perSecond = seconds < 0.9 ? 0 : (now.many() - before.many()) / seconds;
        return new Gauge.AccountPace(perSecond, limit);
    }

    /** All that was read; to be asked for when it is closed. */
    List<Sample> samples() {
        return samples;
    }

    @Override
    public void close() {
        closed.countDown();
        ended.join();
    }
}
