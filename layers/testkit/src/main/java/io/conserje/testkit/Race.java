package io.conserje.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many threads do the same at the same time. */
public final class Race {
    private Race() {}

    /** What each of them got. None begins before all are there. */
    public static <T> List<T> of(int threads, Callable<T> each) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<T>> runs = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                runs.add(
                        all.submit(() -> {
                            start.await();
                            return each.call();
                        }));
            }
        }
        return runs.stream().map(Race::result).toList();
    }

    private static <T> T result(Future<T> run) {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of the racers fell", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was stopped", e);
        }
    }
}
