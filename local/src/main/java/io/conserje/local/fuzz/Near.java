package io.conserje.local.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.application.Channels;
import io.conserje.application.audit.Audit;
import io.conserje.application.audit.Evidence;
import io.conserje.local.runtime.Invocation;
import io.conserje.local.runtime.RouteTable;
import io.conserje.local.template.Function;
import io.conserje.local.template.Template;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays a case straight on the functions, with stores in memory that are made for it: some thousand
 * a second.
 */
public final class Near implements AutoCloseable {
    /**
     * The slowest function has as long; a request that needs seconds of a processor is a way in.
     */
    private static final Duration TOO_LONG = Duration.ofSeconds(5);

    /** What is larger reaches no function. */
    private static final int OF_THE_GATEWAY = 10 * 1024 * 1024;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desk desk;
    private final Channels channels;
    private final Machine machine;
    private final RouteTable routes;
    private final Complaints complaints;

    /**
     * @param complaints heard from everything in this process
     */
    private Near(Desk desk, Channels channels, Complaints complaints) {
        this.desk = desk;
        this.channels = channels;
        this.machine = new Machine(desk, channels);
        this.routes = new RouteTable(desk.template().routes());
        this.complaints = complaints;
    }

    /**
     * @param root of the checkout, whose template and clinic are what runs
     */
    static Near start(Path root, Channels channels, Complaints complaints) {
        return new Near(Desk.read(root), channels, complaints);
    }

    /** All that came of it; the same for the same case. */
    Verdict play(Case one) {
        Stores stores = new Stores(desk.template(), () -> Desk.NOW);
        machine.enter(stores);
        Posted posted = new Posted(channels, desk);
        List<String> findings = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        complaints.ofThisThread();
        long begun = THREADS.getCurrentThreadCpuTime();
        for (Request request : one.requests()) {
            answer(request, posted, findings).ifPresent(answers::add);
            if (one.apart()) {
                findings.addAll(new Drain(desk.template(), machine, stores).run());
            }
        }
        findings.addAll(new Drain(desk.template(), machine, stores).run());
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
        if (took.compareTo(TOO_LONG) > 0) {
            findings.add("took " + took.toSeconds() + " s");
        }
        findings.addAll(complaints.ofThisThread());
        findings.addAll(stored(stores, posted));
        return new Verdict(findings, answers, posted.size());
    }

    private Optional<Integer> answer(Request request, Posted posted, List<String> findings) {
        Optional<RouteTable.Match> match =
                routes.find(request.method(), request.path())
                        .filter(found -> found.route().functionId().equals(Machine.FRONT));
        if (match.isEmpty() || request.body().length > OF_THE_GATEWAY) {
            return Optional.empty();
        }
        GatewayEvent event =
                GatewayEvent.of(request, Desk.SIGNING.headers(request), match.get(), "a-request");
        try {
            byte[] answer = machine.receive(event.json(), told(desk.template(), Machine.FRONT));
            int status = JSON.readTree(answer).path("statusCode").asInt();
            Expected.wrong(request, status).ifPresent(findings::add);
            if (status == 200 && request.method().equals("POST")) {
                String channel = match.get().route().path().split("/", -1)[2];
                findings.addAll(posted.acknowledged(event.body(), channel));
            }
            return Optional.of(status);
        } catch (Exception | StackOverflowError e) {
            findings.add(Machine.FRONT + " threw " + e);
            return Optional.of(500);
        }
    }

    /** A function's invocation that has all its time left. */
    static Invocation told(Template template, String functionId) {
        Function function = template.function(functionId);
        return new Invocation(function, "a-request", () -> function.timeout().toMillis());
    }

    private List<String> stored(Stores stores, Posted posted) {
        List<String> findings = new ArrayList<>(stores.brokenLimits());
        stores.evidence().deadLetters().stream()
                .filter(queue -> !queue.all().isEmpty())
                .forEach(queue -> findings.add("poison in " + queue.queue().id()));
        Evidence evidence = stores.evidence().of(desk.directory().business());
        findings.addAll(posted.lost(evidence));
        Audit.of(evidence, Optional.empty(), Desk.NOW)
                .violations()
                .forEach(one -> findings.add(one.promise() + ": " + one.what()));
        return findings;
    }

    @Override
    public void close() {
        machine.close();
    }
}
