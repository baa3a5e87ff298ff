package io.conserje.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that a provider has looked at beforehand, for sending when nothing else may be sent.
 * Registered per account, by name and language.
 *
 * @param name lower case letters, digits and underscores
 * @param language as the provider writes it, for example {@code es} or {@code en_US}
 * @param body its text, with its variables in double braces: {@code Hola {{nombre}}}
 * @param buttons the titles of its quick replies, in their order
 * @param reason why it is not approved, in the provider's words
 */
public record Template(
        String name,
        String language,
        Category category,
        String body,
        List<String> buttons,
        Status status,
        Optional<String> reason) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    /** What the provider charges and limits by. */
    public enum Category {
        UTILITY,
        MARKETING,
        AUTHENTICATION
    }

    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        /** Taken out of use for a while, for its quality. */
        PAUSED,
        DISABLED
    }

    public Template {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "template name is '"
                            + name
                            + "': it has lower case letters, digits and underscores");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "template language is '" + language + "': it reads like es or en_US");
        }
        Require.text(body, "template body");
        buttons = List.copyOf(buttons);
    }

    /** The variables of the body, each once, in the order in which they first appear. */
    public List<String> variables() {
        return VARIABLE.matcher(body).results().map(found -> found.group(1)).distinct().toList();
    }

    /** The body as the customer reads it. A variable without a value stays as it is. */
    public String filled(TemplateUse use) {
        return VARIABLE.matcher(body)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                use.variables().getOrDefault(found.group(1), found.group())));
    }

    public Template with(Status now, Optional<String> why) {
        return new Template(name, language, category, body, buttons, now, why);
    }
}
