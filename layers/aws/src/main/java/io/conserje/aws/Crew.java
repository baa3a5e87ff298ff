package io.conserje.aws;

import java.util.concurrent.ExecutorService;

/** Who works on the groups of a batch at the same time; closed when all of them are done. */
@FunctionalInterface
public interface Crew {
    ExecutorService gather();
}
