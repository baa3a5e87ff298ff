package io.conserje.local.bench.start;

import io.conserje.local.lambda.RuntimeApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A function that was restored, and is called again and again. */
final class Running implements AutoCloseable {
    private static final double NANOS = 1e6;

    private final Started started;

    private Running(Started started) {
        this.started = started;
    }

    /** Lets it go on from where its snapshot would be taken. */
    static Running of(Started started)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            started.api().awaitParked();
            started.api().restore();
            return new Running(started);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            started.close();
            throw e;
        }
    }

    /** How many milliseconds each of some calls takes. */
    List<Double> call(int times)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Double> millis = new ArrayList<>();
        List<RuntimeApi.Answer> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long asked = System.nanoTime();
            RuntimeApi.Answer answer = answer();
            millis.add((answer.at() - asked) / NANOS);
            answers.add(answer);
        }
        for (RuntimeApi.Answer answer : answers) {
            started.subject().checkAnswer(answer.body());
        }
        return millis;
    }

    /** Calls it once more and looks at all that it has logged, which takes long. */
    void checkLog() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        started.check(answer());
    }

    private RuntimeApi.Answer answer()
            throws InterruptedException, ExecutionException, TimeoutException {
        return started.api().await(started.api().submit(started.event()));
    }

    @Override
    public void close() {
        started.close();
    }
}
