package io.conserje.local.project;

import io.conserje.engine.Intents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids that must differ from each other: a button carries nothing else. */
final class Ids {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Map<String, Place> taken = new HashMap<>();

    Optional<String> read(Fields fields) {
        Optional<String> id = fields.value("id", Ids::checked);
        id.ifPresent(it -> {
            Place before = taken.putIfAbsent(it, fields.at("id"));
            if (before != null) {
                fields.faults()
                        .add(
                                fields.at("id"),
                                "'" + it + "' stands twice; it is on " + before + " already");
            }
        });
        return id;
    }

    private static String checked(String id) {
        if (!SLUG.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + id
                            + "' is no id: use 1 to 40 lower-case letters, digits and hyphens,"
                            + " beginning with a letter or a digit");
        }
        // A tap on it means the desk's own option.
        if (Intents.ALL.contains(id)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is what the desk calls an option of its own: take another id");
        }
        return id;
    }
}
