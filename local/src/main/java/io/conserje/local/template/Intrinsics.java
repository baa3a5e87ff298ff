package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import io.conserje.local.template.Yaml.Items;
import io.conserje.local.template.Yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates {@code Ref} and {@code Fn::}. Empty stands for {@code AWS::NoValue}: as if it were not
 * written.
 */
final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final References references;
    private final Conditions conditions;
    private final Entries mappings;

    Intrinsics(References references, Entries conditions, Entries mappings) {
        this.references = references;
        this.conditions = new Conditions(conditions, this::required);
        this.mappings = mappings;
    }

    boolean holds(String condition, int line) {
        return conditions.holds(condition, line);
    }

    Yaml required(Yaml yaml) {
        return evaluate(yaml)
                .orElseThrow(() ->
                        TemplateError.at(
                                yaml.line(), "A value is needed here, AWS::NoValue gives none"));
    }

    Optional<Yaml> evaluate(Yaml yaml) {
        return switch (yaml) {
            case Scalar scalar -> Optional.of(scalar);
            case Items items -> Optional.of(new Items(each(items.items()), items.line()));
            case Entries entries -> isCall(entries) ? call(entries) : Optional.of(each(entries));
        };
    }

    private static boolean isCall(Entries entries) {
        return entries.entries().size() == 1
                && entries.entries().keySet().stream()
                        .allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    private List<Yaml> each(List<Yaml> items) {
        return items.stream().map(this::evaluate).flatMap(Optional::stream).toList();
    }

    private Entries each(Entries entries) {
        Map<String, Yaml> evaluated = new LinkedHashMap<>();
        entries.entries()
                .forEach((name, value) -> evaluate(value).ifPresent(v -> evaluated.put(name, v)));
        return new Entries(evaluated, entries.line());
    }

    private Optional<Yaml> call(Entries call) {
        String name = call.entries().keySet().iterator().next();
        Yaml argument = call.entries().values().iterator().next();
        return switch (name) {
            case "Ref" -> references.ref(argument.asText(), argument.line());
            case "Fn::If" -> evaluate(branch(argument.asItems(), call.line()));
            case "Fn::GetAtt" -> Optional.of(attribute(argument));
            case "Fn::Sub" -> Optional.of(substitute(argument));
            case "Fn::Join" -> Optional.of(pair(argument, TextFunctions::join));
            case "Fn::Split" -> Optional.of(pair(argument, TextFunctions::split));
            case "Fn::Select" -> Optional.of(pair(argument, TextFunctions::select));
            case "Fn::FindInMap" -> Optional.of(find(argument));
            case "Fn::Base64" -> Optional.of(TextFunctions.base64(required(argument)));
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> Optional.of(decide(call));
            default -> throw TemplateError.at(call.line(), name + " is not known here");
        };
    }

    private Yaml branch(List<Yaml> parts, int line) {
        if (parts.size() != 3) {
            throw TemplateError.at(line, "Fn::If needs a condition and two values");
        }
        return parts.get(conditions.holds(parts.getFirst().asText(), line) ? 1 : 2);
    }

    private Yaml decide(Entries call) {
        return new Scalar(Boolean.toString(conditions.decide(call)), call.line());
    }

    private Yaml attribute(Yaml argument) {
        String path =
                switch (argument) {
                    case Scalar scalar -> scalar.text();
                    case Items items ->
                            each(items.items()).stream()
                                    .map(Yaml::asText)
                                    .collect(Collectors.joining("."));
                    case Entries entries ->
                            throw TemplateError.at(entries.line(), "Fn::GetAtt needs a name");
                };
        return new Scalar(references.attribute(path, argument.line()), argument.line());
    }

    private Yaml substitute(Yaml argument) {
        if (argument instanceof Items items) {
            Entries own = each(items.items().getLast().asEntries());
            return substitute(items.items().getFirst(), own);
        }
        return substitute(argument, Entries.NONE);
    }

    private Yaml substitute(Yaml template, Entries own) {
        Matcher matcher = VARIABLE.matcher(template.asText());
        String text =
                matcher.replaceAll(found ->
                        Matcher.quoteReplacement(
                                found.group(1).isEmpty()
                                        ? variable(found.group(2), own, template.line())
                                        : "${" + found.group(2) + "}"));
        return new Scalar(text, template.line());
    }

    private String variable(String name, Entries own, int line) {
        if (own.entries().containsKey(name)) {
            return required(new Entries(own.entries(), line).get(name).orElseThrow()).asText();
        }
        return name.contains(".") && !name.contains("::")
                ? references.attribute(name, line)
                : references.ref(name, line).map(Yaml::asText).orElse("");
    }

    private Yaml pair(Yaml argument, BiFunction<String, Yaml, Yaml> function) {
        List<Yaml> parts = argument.asItems();
        if (parts.size() != 2) {
            throw TemplateError.at(argument.line(), "Two values are needed here");
        }
        return function.apply(required(parts.getFirst()).asText(), required(parts.getLast()));
    }

    private Yaml find(Yaml argument) {
        List<String> path =
                argument.asItems().stream().map(this::required).map(Yaml::asText).toList();
        Yaml found = mappings;
        for (String name : path) {
            found =
                    found.asEntries()
                            .get(name)
                            .orElseThrow(() ->
                                    TemplateError.at(
                                            argument.line(),
                                            "There is no mapping " + String.join(".", path)));
        }
        return found;
    }
}
