package io.conserje.local.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the role of a function allows: each of the actions on each of the resources, as IAM writes
 * them, with {@code *} for any letters and {@code ?} for one
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
 */
public record Permission(List<String> actions, List<String> resources) {
    static final Permission FOR_ANYTHING = new Permission(List.of("*"), List.of("*"));

    /**
     * @param action {@code service:Operation}
     * @param resource its ARN, or {@code *} for an action that is on none
     */
    public boolean allows(String action, String resource) {
        return actions.stream().anyMatch(it -> matches(it, action, Pattern.CASE_INSENSITIVE))
                && resources.stream().anyMatch(it -> matches(it, resource, 0));
    }

    private static boolean matches(String pattern, String text, int flags) {
        String quoted = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(quoted, flags).matcher(text).matches();
    }
}
