package io.conserje.local.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A file of tab-separated columns whose first line names them; lines with {@code #} are remarks.
 */
record Rows(Path file, List<String> columns) {

    /** One line of it. */
    record Row(Path file, int line, List<String> columns, List<String> cells) {

        /** What stands in the column; {@code -} says that nothing does. */
        String of(String column) {
            return cells.get(columns.indexOf(column));
        }

        Optional<String> told(String column) {
            return Optional.of(of(column)).filter(text -> !text.equals("-"));
        }
    }

    /** What is made of every row that can be used; the others are faults. */
    <T> List<T> read(Faults faults, Function<Row, T> making) {
        List<String> lines = lines(file);
        if (lines.isEmpty() || !split(lines.getFirst()).equals(columns)) {
            faults.add(file, 1, "the first line names the columns: " + String.join(" ", columns));
            return List.of();
        }
        Map<String, Integer> ids = new HashMap<>();
        return IntStream.range(1, lines.size())
                .filter(at -> !lines.get(at).isBlank() && !lines.get(at).startsWith("#"))
                .mapToObj(at -> new Row(file, at + 1, columns, split(lines.get(at))))
                .filter(row -> isWhole(row, ids, faults))
                .flatMap(row -> faults.unless(file, row.line(), () -> making.apply(row)).stream())
                .toList();
    }

    private boolean isWhole(Row row, Map<String, Integer> ids, Faults faults) {
        if (row.cells().size() != columns.size()) {
            faults.add(
                    file,
                    row.line(),
                    row.cells().size() + " columns where there should be " + columns.size());
            return false;
        }
        if (row.cells().stream().anyMatch(String::isBlank)) {
            faults.add(file, row.line(), "a column is empty: write - for nothing");
            return false;
        }
        Integer before = ids.putIfAbsent(row.of("id"), row.line());
        if (before != null) {
            faults.add(file, row.line(), row.of("id") + " is the id of line " + before + ", too");
        }
        return before == null;
    }

    private static List<String> split(String line) {
        return List.of(line.split("\t", -1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
