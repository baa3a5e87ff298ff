package io.conserje.model;

/** The tenant: one business. Part of every key, so that no project can reach another's data. */
public record ProjectId(String value) {
    public ProjectId {
        Require.slug(value, "project");
    }

    @Override
    public String toString() {
        return value;
    }
}
