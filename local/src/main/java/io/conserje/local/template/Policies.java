package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import io.conserje.local.template.Yaml.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a function may do: the statements of its policies that allow something. What SAM adds so
 * that it can take from the queue of an event is not among them.
 */
final class Policies {
    private static final Set<String> BESIDE = Set.of("Role", "PermissionsBoundary");
    private static final Set<String> READ = Set.of("Sid", "Effect", "Action", "Resource");

    private Policies() {}

    /**
     * @param unknown gets a sentence when there is more than can be read; the function may do
     *     anything then
     */
    static List<Permission> read(Properties function, List<String> unknown) {
        Optional<List<Permission>> all = all(function);
        if (all.isEmpty()) {
            unknown.add(
                    function.of()
                            + " has policies beside plain statements that allow something,"
                            + " so nothing is refused to it here");
        }
        return all.orElse(List.of(Permission.FOR_ANYTHING));
    }

    private static Optional<List<Permission>> all(Properties function) {
        if (BESIDE.stream().anyMatch(function.entries().entries()::containsKey)) {
            return Optional.empty();
        }
        try {
            return statements(function.get("Policies"));
        } catch (TemplateError ofWhatIsNotHere) {
            return Optional.empty();
        }
    }

    private static Optional<List<Permission>> statements(Optional<Yaml> policies) {
        List<Permission> all = new ArrayList<>();
        for (Yaml policy : policies.stream().flatMap(Policies::each).toList()) {
            if (!(policy instanceof Entries entries && entries.get("Statement").isPresent())) {
                return Optional.empty();
            }
            for (Yaml statement : each(entries.get("Statement").orElseThrow()).toList()) {
                Entries its = statement.asEntries();
                if (!READ.containsAll(its.entries().keySet())
                        || !texts(its, "Effect").contains("Allow")) {
                    return Optional.empty();
                }
                all.add(new Permission(texts(its, "Action"), texts(its, "Resource")));
            }
        }
        return Optional.of(all);
    }

    private static List<String> texts(Entries entries, String name) {
        return entries.get(name).stream().flatMap(Policies::each).map(Yaml::asText).toList();
    }

    /** One may stand without a list around it. */
    private static Stream<Yaml> each(Yaml oneOrMore) {
        return oneOrMore instanceof Items items ? items.items().stream() : Stream.of(oneOrMore);
    }
}
