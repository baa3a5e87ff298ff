package io.conserje.model;

import java.util.List;
import java.util.Map;

/**
 * One use of a template.
 *
 * @param variables a value for each variable of its body, by name
 * @param buttonIds what comes back as the choice's id, for each of its buttons in their order
 */
public record TemplateUse(
        String name, String language, Map<String, String> variables, List<String> buttonIds) {
    public TemplateUse {
        Require.text(name, "template name");
        Require.text(language, "template language");
        variables = Map.copyOf(variables);
        buttonIds = List.copyOf(buttonIds);
    }
}
