package io.conserje.local.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with the sets, all of it, each with its file and line. */
final class Faults {
    private final List<String> all = new ArrayList<>();

    void add(Path file, int line, String what) {
        all.add(file + ":" + line + ": " + what);
    }

    /** What is made, or a fault that says why it cannot be. */
    <T> Optional<T> unless(Path file, int line, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            add(file, line, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void orElseThrow() {
        if (!all.isEmpty()) {
            throw new InvalidSets(all);
        }
    }
}
