package io.conserje.local.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs tasks side by side and waits for all of them, also when one fails. */
final class InParallel {
    private InParallel() {}

    static void run(List<Runnable> tasks) {
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            CompletableFuture.allOf(
                            tasks.stream()
                                    .map(task -> CompletableFuture.runAsync(task, threads))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
