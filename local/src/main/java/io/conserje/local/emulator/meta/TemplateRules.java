package io.conserje.local.emulator.meta;

import static io.conserje.local.emulator.meta.Field.of;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Meta demands of a new template before it looks at it; the first rule that is broken answers.
 * https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates
 */
final class TemplateRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");

    /** Those that are looked into; the others are taken as they are. */
    private static final Set<String> LOOKED_INTO = Set.of("header", "body", "footer", "buttons");

    private static final Set<String> OTHERS = Set.of("carousel", "limited_time_offer");

    private static final List<MessageRules.Rule> RULES =
            List.of(
                    TemplateRules::bodyIsAnObject,
                    TemplateRules::nameIsPlain,
                    TemplateRules::languageIsOne,
                    body -> isOneOf(of(body, "category"), Template.Category.values()),
                    TemplateRules::formatIsOne,
                    TemplateRules::partsAreKnown,
                    TemplatePartRules::bodyBroken,
                    TemplatePartRules::headerBroken,
                    TemplatePartRules::footerBroken,
                    TemplatePartRules::buttonsBroken);

    private TemplateRules() {}

    static Optional<GraphError> broken(JsonNode body) {
        return RULES.stream().flatMap(rule -> rule.broken(body).stream()).findFirst();
    }

    private static Optional<GraphError> bodyIsAnObject(JsonNode body) {
        return body.isObject()
                ? Optional.empty()
                : Optional.of(GraphError.invalid("The request's body is not a JSON object"));
    }

    private static Optional<GraphError> nameIsPlain(JsonNode body) {
        return matches(of(body, "name"), NAME, "lower-case letters, digits and underscores");
    }

    private static Optional<GraphError> languageIsOne(JsonNode body) {
        return matches(of(body, "language"), LANGUAGE, "a supported language, such as es or es_MX");
    }

    private static Optional<GraphError> formatIsOne(JsonNode body) {
        Field format = of(body, "parameter_format");
        return format.isMissing() ? Optional.empty() : isOneOf(format, Template.Format.values());
    }

    private static Optional<GraphError> matches(Field field, Pattern pattern, String what) {
        if (field.isMissing()) {
            return field.required();
        }
        return pattern.matcher(field.text()).matches()
                ? Optional.empty()
                : Optional.of(GraphError.invalid("Param " + field + " must be " + what));
    }

    /** Meta's own examples write these words in both cases. */
    private static Optional<GraphError> isOneOf(Field field, Enum<?>[] values) {
        if (field.isMissing()) {
            return field.required();
        }
        Set<String> words = Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
        return words.contains(field.text().toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : field.oneOf(words);
    }

    private static Optional<GraphError> partsAreKnown(JsonNode body) {
        Field components = of(body, "components");
        List<String> types = TemplateText.parts(components.node()).map(TemplateText::type).toList();
        if (components.isMissing() || types.isEmpty()) {
            return Optional.of(GraphError.required("components"));
        }
        return types.stream()
                .filter(type -> !LOOKED_INTO.contains(type) && !OTHERS.contains(type))
                .map(type -> GraphError.invalid("Unknown type of component: " + type))
                .findFirst()
                .or(() -> eachOnce(types));
    }

    private static Optional<GraphError> eachOnce(List<String> types) {
        Stream<String> repeated =
                LOOKED_INTO.stream()
                        .filter(type -> types.stream().filter(type::equals).count() > 1);
        return repeated.sorted()
                .map(type -> GraphError.invalid("More than one component of type " + type))
                .findFirst();
    }
}
