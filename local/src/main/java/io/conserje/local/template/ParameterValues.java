package io.conserje.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A template's parameters by themselves, for who deploys it. */
public final class ParameterValues {
    private ParameterValues() {}

    public static Set<String> names(String template) {
        return declared(template).entries().keySet();
    }

    /**
     * All of them: as given, else by default.
     *
     * @throws TemplateError that names every one that cannot be as it is
     */
    public static Map<String, String> of(String template, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        Parameters.read(declared(template), given)
                .forEach((name, value) -> values.put(name, text(value)));
        return values;
    }

    private static Yaml.Entries declared(String template) {
        return YamlReader.read(template, "template.yaml").section("Parameters");
    }

    private static String text(Yaml value) {
        return value instanceof Yaml.Items list
                ? list.items().stream().map(Yaml::asText).collect(Collectors.joining(","))
                : value.asText();
    }
}
