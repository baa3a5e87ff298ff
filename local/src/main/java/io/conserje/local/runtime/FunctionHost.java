package io.conserje.local.runtime;

import io.conserje.aws.Env;
import io.conserje.local.template.Function;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one function's handler. Lambda gives each concurrent invocation an instance of its own;
 * here one instance serves them all, so a handler must allow several threads.
 */
final class FunctionHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionHost.class);

    private final Function function;
    private final Object handler;
    private final HandlerMethod method;
    private final Identifiers identifiers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong started = new AtomicLong();

    FunctionHost(Function function, Env env, List<Object> more, Identifiers identifiers) {
        this.function = function;
        this.identifiers = identifiers;
        this.handler = Handlers.make(function.handler(), env, more);
        this.method = HandlerMethod.of(handler);
    }

    Outcome invoke(byte[] event) {
        started.incrementAndGet();
        running.incrementAndGet();
        try {
            Outcome outcome = run(event);
            report(outcome);
            return outcome;
        } finally {
            running.decrementAndGet();
        }
    }

    /**
     * A handler that does not heed the interruption goes on, but nobody waits for what it returns.
     */
    private Outcome run(byte[] event) {
        Invocation context = Invocation.begun(function, identifiers.next());
        Future<byte[]> answer = threads.submit(() -> method.call(event, context));
        try {
            return new Outcome.Answered(
                    answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            return new Outcome.Failed(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Outcome.TimedOut(function.timeout());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Failed(stopping);
        }
    }

    private void report(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered answered -> {}
            case Outcome.Failed failed -> LOG.error("{} failed", function.id(), failed.cause());
            case Outcome.TimedOut late ->
                    LOG.error("{} timed out after {} s", function.id(), late.after().toSeconds());
        }
    }

    int running() {
        return running.get();
    }

    /**
     * How many invocations there have been: two equal readings mean that none came between them.
     */
    long started() {
        return started.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (handler instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception failed) {
            LOG.warn("{} did not close cleanly", function.id(), failed);
        }
    }
}
