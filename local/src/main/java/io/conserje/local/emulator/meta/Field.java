package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field of a request, with its name as Meta's errors spell it: {@code text['body']}. */
record Field(JsonNode node, String name) {

    static Field of(JsonNode body, String name) {
        return new Field(body.path(name), name);
    }

    Field in(String member) {
        return new Field(node.path(member), name + "['" + member + "']");
    }

    Field in(int index) {
        return new Field(node.path(index), name + "[" + index + "]");
    }

    List<Field> items() {
        List<Field> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(in(i));
        }
        return items;
    }

    boolean isMissing() {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.asText().isEmpty());
    }

    String text() {
        return node.asText();
    }

    Optional<GraphError> required() {
        return isMissing() ? Optional.of(GraphError.required(name)) : Optional.empty();
    }

    Optional<GraphError> oneOf(Set<String> values) {
        if (isMissing()) {
            return required();
        }
        return values.contains(text())
                ? Optional.empty()
                : Optional.of(GraphError.invalid("Param " + name + " must be one of " + values));
    }

    /** There, and not longer than this. */
    Optional<GraphError> parameterOf(int most) {
        if (isMissing()) {
            return required();
        }
        return length() > most ? Optional.of(GraphError.tooLong(name, most)) : Optional.empty();
    }

    /** The same for a part of an interactive message, which Meta refuses with another code. */
    Optional<GraphError> valueOf(String what, int most) {
        if (isMissing()) {
            return required();
        }
        String details = what + " length invalid. Min length: 1, Max length: " + most;
        return length() > most ? Optional.of(GraphError.badValue(details)) : Optional.empty();
    }

    Optional<GraphError> optionalValueOf(String what, int most) {
        return isMissing() ? Optional.empty() : valueOf(what, most);
    }

    Optional<GraphError> numberUpTo(double most) {
        if (isMissing()) {
            return required();
        }
        // Meta takes numbers as strings too.
        double value = node.asDouble(Double.NaN);
        return Math.abs(value) <= most
                ? Optional.empty()
                : Optional.of(
                        GraphError.badValue(
                                "Param "
                                        + name
                                        + " must be a number from -"
                                        + most
                                        + " to "
                                        + most));
    }

    private int length() {
        String text = text();
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
