package io.conserje.local.simulation;

import io.conserje.local.runtime.Invocation;
import io.conserje.local.template.Function;
import io.conserje.local.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Invokes the real handlers, each invocation a process of its own that has so much time. */
final class Functions {
    private final Template template;
    private final Machine handlers;
    private final Network network;
    private final RandomGenerator random;
    private final List<Process> processes = new ArrayList<>();
    private long invocations;
    private boolean closed;

    Functions(Template template, Machine handlers, Network network, RandomGenerator random) {
        this.template = template;
        this.handlers = handlers;
        this.network = network;
        this.random = random;
    }

    /** Kills whatever runs, and begins nothing any more. */
    void close() {
        closed = true;
        processes.forEach(Process::kill);
    }

    boolean isClosed() {
        return closed;
    }

    /** How an invocation ended. */
    sealed interface Ended {
        /** With this, which is null where a function answers nothing. */
        record Answered(Object answer) implements Ended {}

        /** It threw, died, or took too long. */
        record Failed(String why) implements Ended {}
    }

    /**
     * @param then told in simulated time, once
     */
    void invoke(String functionId, Object event, Consumer<Ended> then) {
        if (closed) {
            return;
        }
        Function function = template.function(functionId);
        Schedule schedule = network.schedule();
        Process process =
                new Process(
                        functionId + "-" + invocations++,
                        clockError(),
                        schedule.now().plus(function.timeout()));
        processes.add(process);
        Outcome outcome = new Outcome(then);
        Strand.begin(
                schedule, process, () -> run(function, process, event, outcome), outcome::died);
        schedule.after(
                function.timeout(),
                () -> {
                    if (!network.weather().zombies()) {
                        process.kill();
                    }
                    outcome.end(new Ended.Failed("timed out"));
                });
    }

    private void run(Function function, Process process, Object event, Outcome outcome) {
        network.travel(process);
        Ended ended = call(function, process, event);
        process.requireAlive();
        outcome.end(ended);
    }

    private Ended call(Function function, Process process, Object event) {
        Schedule schedule = network.schedule();
        Invocation invocation =
                new Invocation(
                        function,
                        process.name(),
                        () -> Duration.between(schedule.now(), process.deadline()).toMillis());
        try {
            return new Ended.Answered(handlers.of(function.id()).handleRequest(event, invocation));
        } catch (RuntimeException failed) {
            return new Ended.Failed(failed.toString());
        }
    }

    private Duration clockError() {
        long most = network.weather().clocks().toMillis();
        return most == 0 || random.nextBoolean()
                ? Duration.ZERO
                : Duration.ofMillis(random.nextLong(-most, most + 1));
    }

    /** Told once, whichever comes first. */
    private static final class Outcome {
        private final Consumer<Ended> then;
        private boolean over;

        Outcome(Consumer<Ended> then) {
            this.then = then;
        }

        void end(Ended ended) {
            if (!over) {
                over = true;
                then.accept(ended);
            }
        }

        void died() {
            end(new Ended.Failed("died"));
        }
    }
}
