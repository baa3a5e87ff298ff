package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import io.conserje.local.template.Yaml.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The template's conditions, decided when they are asked for. */
final class Conditions {
    private final Entries declared;
    private final UnaryOperator<Yaml> evaluate;
    private final Set<String> beingDecided = new HashSet<>();

    Conditions(Entries declared, UnaryOperator<Yaml> evaluate) {
        this.declared = declared;
        this.evaluate = evaluate;
    }

    boolean holds(String name, int line) {
        Yaml condition =
                declared.get(name)
                        .orElseThrow(() -> TemplateError.at(line, "There is no condition " + name));
        if (!beingDecided.add(name)) {
            throw TemplateError.at(line, "Condition " + name + " depends on itself");
        }
        try {
            return decide(condition);
        } finally {
            beingDecided.remove(name);
        }
    }

    boolean decide(Yaml condition) {
        if (condition instanceof Scalar) {
            return Boolean.parseBoolean(condition.asText());
        }
        Entries call = condition.asEntries();
        String name = String.join(" ", call.entries().keySet());
        Yaml argument = call.get(name).orElse(condition);
        return switch (name) {
            case "Condition" -> holds(argument.asText(), argument.line());
            case "Fn::Equals" -> equal(argument.asItems(), argument.line());
            case "Fn::Not" -> !decide(argument.asItems().getFirst());
            case "Fn::And" -> argument.asItems().stream().allMatch(this::decide);
            case "Fn::Or" -> argument.asItems().stream().anyMatch(this::decide);
            default -> Boolean.parseBoolean(evaluate.apply(condition).asText());
        };
    }

    private boolean equal(List<Yaml> two, int line) {
        if (two.size() != 2) {
            throw TemplateError.at(line, "Fn::Equals needs two values");
        }
        return evaluate.apply(two.getFirst())
                .asText()
                .equals(evaluate.apply(two.getLast()).asText());
    }
}
