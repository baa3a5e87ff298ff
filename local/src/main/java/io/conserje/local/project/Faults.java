package io.conserje.local.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a file, gathered while all of it is read. */
final class Faults {
    private record Fault(Place place, String text) {}

    private final List<Fault> all = new ArrayList<>();

    void add(Place place, String text) {
        all.add(new Fault(place, text));
    }

    /** The value, or a fault with the reason for which it cannot be. */
    <T> Optional<T> made(Place place, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (RuntimeException e) {
            add(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    int count() {
        return all.size();
    }

    /** In the order of the file. */
    List<String> told() {
        return all.stream()
                .sorted(Comparator.comparingInt(fault -> fault.place().line()))
                .map(fault -> fault.place() + ": " + fault.text())
                .toList();
    }
}
