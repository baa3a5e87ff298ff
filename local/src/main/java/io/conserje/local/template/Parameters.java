package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import io.conserje.local.template.Yaml.Items;
import io.conserje.local.template.Yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters with their values: what was given, else the default. Every wrong one is reported
 * at once.
 */
final class Parameters {
    private final Entries declared;
    private final Map<String, String> given;
    private final List<String> wrong = new ArrayList<>();

    private Parameters(Entries declared, Map<String, String> given) {
        this.declared = declared;
        this.given = given;
    }

    static Map<String, Yaml> read(Entries declared, Map<String, String> given) {
        return new Parameters(declared, given).values();
    }

    private Map<String, Yaml> values() {
        given.keySet().stream()
                .filter(name -> !declared.entries().containsKey(name))
                .sorted()
                .forEach(name ->
                        wrong.add("There is no parameter " + name + "; there are " + names()));
        Map<String, Yaml> values = new LinkedHashMap<>();
        declared.entries()
                .forEach((name, is) ->
                        value(name, is.asEntries()).ifPresent(v -> values.put(name, v)));
        if (!wrong.isEmpty()) {
            throw new TemplateError(String.join("\n", wrong));
        }
        return values;
    }

    private String names() {
        return declared.entries().isEmpty()
                ? "none"
                : String.join(", ", declared.entries().keySet());
    }

    private Optional<Yaml> value(String name, Entries is) {
        Optional<String> text =
                Optional.ofNullable(given.get(name)).or(() -> is.get("Default").map(Yaml::asText));
        if (text.isEmpty()) {
            wrong.add("Parameter " + name + " has no default and was not given");
        }
        text.ifPresent(value -> check(name, is, value));
        return text.map(value -> typed(is, value));
    }

    private void check(String name, Entries is, String value) {
        List<String> allowed =
                is.get("AllowedValues").map(Yaml::asItems).stream()
                        .flatMap(List::stream)
                        .map(Yaml::asText)
                        .toList();
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            wrong.add(
                    "Parameter "
                            + name
                            + " cannot be \""
                            + value
                            + "\"; allowed are "
                            + String.join(", ", allowed));
        }
        is.get("AllowedPattern")
                .map(Yaml::asText)
                .filter(pattern -> !value.matches(pattern))
                .ifPresent(pattern ->
                        wrong.add(
                                "Parameter "
                                        + name
                                        + " cannot be \""
                                        + value
                                        + "\"; it must match "
                                        + pattern));
    }

    private static Yaml typed(Entries is, String value) {
        String type = is.get("Type").map(Yaml::asText).orElse("String");
        if (!type.startsWith("List<") && !type.equals("CommaDelimitedList")) {
            return new Scalar(value, is.line());
        }
        List<Yaml> items =
                Stream.of(value.split(",", -1))
                        .<Yaml>map(item -> new Scalar(item.strip(), is.line()))
                        .toList();
        return new Items(items, is.line());
    }
}
