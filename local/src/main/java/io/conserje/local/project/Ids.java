package io.conserje.local.project;

import io.conserje.engine.Intents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids that must differ from each other: a button carries nothing else. */
final class Ids {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** A tap on one of these means the desk's own option. */
    private static final Set<String> OF_THE_DESK =
            Set.of(
                    Intents.GREET,
                    Intents.THANKS,
                    Intents.MENU,
                    Intents.PERSON,
                    Intents.STOP,
                    Intents.START,
                    Intents.BOOK,
                    Intents.CHANGE,
                    Intents.CANCEL,
                    Intents.BOOKINGS,
                    Intents.AVAILABILITY,
                    Intents.WAIT_LIST,
                    Intents.SERVICES,
                    Intents.PROFESSIONALS,
                    Intents.COMPLAINT,
                    Intents.YES,
                    Intents.NO,
                    Intents.BYE);

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
        if (OF_THE_DESK.contains(id)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is what the desk calls an option of its own: take another id");
        }
        return id;
    }
}
