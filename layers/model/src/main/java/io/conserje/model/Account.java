package io.conserje.model;

import java.util.Map;

/**
 * An account as the directory knows it.
 *
 * @param settings what the channel needs to know that is no secret, by the names its channel
 *     documents
 */
public record Account(ProjectId project, AccountRef ref, Map<String, String> settings) {
    public Account {
        settings = Map.copyOf(settings);
    }

    /** The setting, or an error that names it. */
    public String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "account "
                            + ref
                            + " has no setting '"
                            + name
                            + "': add it to the project's file");
        }
        return value;
    }
}
