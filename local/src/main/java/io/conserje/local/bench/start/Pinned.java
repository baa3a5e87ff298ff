package io.conserje.local.bench.start;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives the measured process a processor to itself, where the system lets us: a function of 1 GB
 * has about half of one, and what calls it must not take of it.
 */
public final class Pinned {
    private static final int LAST = Runtime.getRuntime().availableProcessors() - 1;

    private Pinned() {}

    /**
     * Moves this process to the others.
     *
     * @return what the measured one is to be started with; empty where that cannot be done
     */
    public static List<String> start() throws IOException {
        if (LAST < 1) {
            return List.of();
        }
        long own = ProcessHandle.current().pid();
        try {
            Process moved =
                    new ProcessBuilder("taskset", "-acp", "0-" + (LAST - 1), Long.toString(own))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean done = moved.waitFor(10, TimeUnit.SECONDS) && moved.exitValue() == 0;
            return done ? List.of("taskset", "-c", Integer.toString(LAST)) : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
