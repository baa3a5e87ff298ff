package io.conserje.local.emulator.post;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lane for each conversation: what enters a lane starts when all before it in that lane is
 * done. Nothing in one lane waits for another, except a task that is in both.
 */
final class Lanes {

    /** A task that was interrupted is not done, and nothing behind it may start. */
    @FunctionalInterface
    interface Task {
        void run() throws InterruptedException;
    }

    private final Executor executor;
    private final ConcurrentHashMap<String, CompletableFuture<Void>> tails =
            new ConcurrentHashMap<>();
    private final ReentrantLock severalAtOnce = new ReentrantLock();

    Lanes(Executor executor) {
        this.executor = executor;
    }

    void enter(List<String> lanes, Task task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<?>[] before = takePlaces(lanes, done);
        var unused =
                CompletableFuture.allOf(before)
                        .thenRunAsync(() -> run(lanes, task, done), executor);
    }

    /**
     * Two tasks that share two lanes must stand in the same order in both, or each would wait for
     * the other; so tasks of several lanes take their places one task at a time.
     */
    private CompletableFuture<?>[] takePlaces(List<String> lanes, CompletableFuture<Void> done) {
        if (lanes.size() == 1) {
            return places(lanes, done);
        }
        severalAtOnce.lock();
        try {
            return places(lanes, done);
        } finally {
            severalAtOnce.unlock();
        }
    }

    private CompletableFuture<?>[] places(List<String> lanes, CompletableFuture<Void> done) {
        CompletableFuture<Void> nothing = CompletableFuture.completedFuture(null);
        return lanes.stream()
                .distinct()
                .map(lane -> {
                    CompletableFuture<Void> tail = tails.put(lane, done);
                    return tail == null ? nothing : tail;
                })
                .toArray(CompletableFuture<?>[]::new);
    }

    private void run(List<String> lanes, Task task, CompletableFuture<Void> done) {
        try {
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        done.complete(null);
        lanes.forEach(lane -> tails.remove(lane, done));
    }
}
