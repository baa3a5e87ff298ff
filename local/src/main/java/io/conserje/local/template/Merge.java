package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import io.conserje.local.template.Yaml.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** SAM's rule for globals: names merge, lists add up, and what the function says itself wins. */
final class Merge {
    private Merge() {}

    static Entries of(Entries globals, Entries own) {
        Map<String, Yaml> merged = new LinkedHashMap<>(globals.entries());
        own.entries().forEach((name, value) -> merged.merge(name, value, Merge::both));
        return new Entries(merged, own.line());
    }

    private static Yaml both(Yaml global, Yaml own) {
        if (global instanceof Entries from && own instanceof Entries into && !isCall(from, into)) {
            return of(from, into);
        }
        if (global instanceof Items first && own instanceof Items second) {
            List<Yaml> all = new ArrayList<>(first.items());
            all.addAll(second.items());
            return new Items(all, second.line());
        }
        return own;
    }

    private static boolean isCall(Entries one, Entries other) {
        return Stream.of(one, other)
                .flatMap(entries -> entries.entries().keySet().stream())
                .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }
}
