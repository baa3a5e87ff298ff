package io.conserje.engine.send;

import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a provider would say about the use of a template, said before it is asked. */
final class TemplateCheck {
    /** Meta refuses these inside a value (error 132018). */
    private static final Pattern BROKEN = Pattern.compile("[\\n\\r\\t]| {5,}");

    private TemplateCheck() {}

    static Optional<Reason> fault(TemplateUse use, Standing contact) {
        if (contact.template().isEmpty()) {
            return Optional.of(reason("template.unknown", use, Map.of()));
        }
        Template template = contact.template().get();
        if (template.category() == Template.Category.MARKETING && !contact.marketing()) {
            return Optional.of(reason("template.marketing", use, Map.of()));
        }
        if (template.status() != Template.Status.APPROVED) {
            return Optional.of(
                    reason(
                            "template." + template.status().name().toLowerCase(Locale.ROOT),
                            use,
                            Map.of("why", template.reason().orElse("—"))));
        }
        return values(use, template).or(() -> buttons(use, template));
    }

    private static Optional<Reason> values(TemplateUse use, Template template) {
        List<String> wanted = template.variables();
        for (String variable : wanted) {
            String value = use.variables().getOrDefault(variable, "");
            if (value.isBlank()) {
                return Optional.of(reason("template.missing", use, Map.of("variable", variable)));
            }
            if (BROKEN.matcher(value).find()) {
                return Optional.of(reason("template.broken", use, Map.of("variable", variable)));
            }
        }
        TreeSet<String> more = new TreeSet<>(use.variables().keySet());
        wanted.forEach(more::remove);
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(reason("template.surplus", use, Map.of("variable", more.first())));
    }

    private static Optional<Reason> buttons(TemplateUse use, Template template) {
        int has = use.buttonIds().size();
        int wants = template.buttons().size();
        return has == wants
                ? Optional.empty()
                : Optional.of(
                        reason(
                                "template.buttons",
                                use,
                                Map.of(
                                        "has", Integer.toString(has),
                                        "wants", Integer.toString(wants))));
    }

    private static Reason reason(String key, TemplateUse use, Map<String, String> more) {
        Map<String, String> names = new HashMap<>(more);
        names.put("template", use.name());
        names.put("language", use.language());
        return new Reason(key, names);
    }
}
