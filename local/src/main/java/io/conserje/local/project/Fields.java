package io.conserje.local.project;

import io.conserje.engine.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields out of YAML's maps and gathers what is wrong with them, each with the field's path.
 */
final class Fields {
    private final String path;
    private final Map<?, ?> map;
    private final List<String> faults;

    Fields(String path, @Nullable Object value, List<String> faults) {
        this.path = path;
        this.faults = faults;
        if (value instanceof Map<?, ?> fields) {
            this.map = fields;
        } else {
            this.map = Map.of();
            faults.add((path.isEmpty() ? "the file" : path) + ": expected fields with names");
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Tells of names that nobody reads: mostly slips of the pen. */
    Fields only(String... names) {
        Set<String> known = Set.of(names);
        map.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        faults.add(
                                at(name)
                                        + ": no such field; there are "
                                        + known.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
        return this;
    }

    boolean has(String name) {
        return map.get(name) != null;
    }

    /** The field's text made into a value; a fault when it is missing or the value refuses it. */
    <T> Optional<T> value(String name, Function<String, T> make) {
        Object value = map.get(name);
        if (value == null || value instanceof Map || value instanceof List) {
            faults.add(at(name) + ": expected a text");
            return Optional.empty();
        }
        return made(at(name), () -> make.apply(value.toString()));
    }

    Optional<Bilingual> bilingual(String name) {
        Fields both = fields(name).only("es", "en");
        Optional<String> es = both.value("es", text -> text);
        Optional<String> en = both.value("en", text -> text);
        return es.flatMap(spanish ->
                en.flatMap(english -> made(at(name), () -> new Bilingual(spanish, english))));
    }

    Fields fields(String name) {
        return new Fields(at(name), map.get(name), faults);
    }

    List<Fields> each(String name) {
        List<Fields> all = new ArrayList<>();
        List<?> list = list(name);
        for (int i = 0; i < list.size(); i++) {
            all.add(new Fields(at(name) + "[" + i + "]", list.get(i), faults));
        }
        return all;
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        Object value = map.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        faults.add(at(name) + ": expected a list");
        return List.of();
    }

    Map<String, String> texts() {
        return map.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                entry -> String.valueOf(entry.getValue())));
    }

    Set<String> names() {
        return map.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    <T> Optional<T> made(String where, java.util.function.Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (RuntimeException e) {
            faults.add(where + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    String path() {
        return path;
    }
}
