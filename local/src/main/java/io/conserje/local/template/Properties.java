package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of one resource or event, each evaluated when it is read. */
record Properties(String of, Entries entries, Intrinsics intrinsics) {

    Optional<Yaml> get(String name) {
        return entries.get(name).flatMap(intrinsics::evaluate);
    }

    Optional<String> text(String name) {
        return get(name).map(Yaml::asText);
    }

    String requiredText(String name) {
        return text(name)
                .orElseThrow(() -> TemplateError.at(entries.line(), of + " has no " + name));
    }

    boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    int number(String name, int otherwise) {
        return text(name).map(value -> parse(name, value)).orElse(otherwise);
    }

    private int parse(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw TemplateError.at(
                    entries.line(), of + ": " + name + " must be a number, not " + value);
        }
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    Properties section(String name) {
        return new Properties(of, get(name).map(Yaml::asEntries).orElse(Entries.NONE), intrinsics);
    }

    List<Properties> sections(String name) {
        return get(name).map(Yaml::asItems).stream()
                .flatMap(List::stream)
                .map(item -> new Properties(of, item.asEntries(), intrinsics))
                .toList();
    }

    List<String> texts(String name) {
        return get(name).map(Yaml::asItems).stream()
                .flatMap(List::stream)
                .map(Yaml::asText)
                .toList();
    }

    /** One sentence for each property that would change what happens here and that is not read. */
    List<String> unknownBeside(Set<String> known) {
        return entries.entries().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> of + " sets " + name + ", which has no effect here")
                .toList();
    }
}
