package io.conserje.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of the template that remembers its line. A scalar is its text, as CloudFormation compares
 * it.
 */
sealed interface Yaml {
    int line();

    record Scalar(String text, int line) implements Yaml {}

    record Items(List<Yaml> items, int line) implements Yaml {}

    record Entries(Map<String, Yaml> entries, int line) implements Yaml {
        static final Entries NONE = new Entries(Map.of(), 0);

        Optional<Yaml> get(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        Entries section(String name) {
            return get(name).map(Yaml::asEntries).orElse(NONE);
        }
    }

    default Entries asEntries() {
        if (this instanceof Entries entries) {
            return entries;
        }
        throw TemplateError.at(line(), "Expected names and values");
    }

    default List<Yaml> asItems() {
        if (this instanceof Items items) {
            return items.items();
        }
        throw TemplateError.at(line(), "Expected a list");
    }

    default String asText() {
        if (this instanceof Scalar scalar) {
            return scalar.text();
        }
        throw TemplateError.at(line(), "Expected a text");
    }
}
