package io.conserje.local.eval;

import java.util.Locale;

/** What a case is for: to work with, or to be held to. */
public enum Part {
    DEV,
    TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String text) {
        return switch (text) {
            case "dev" -> DEV;
            case "test" -> TEST;
            default -> throw new IllegalArgumentException("'" + text + "' is neither dev nor test");
        };
    }
}
