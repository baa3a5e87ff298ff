package io.conserje.model;

import java.util.Locale;

/** The languages that the front desk speaks. */
public enum Language {
    ES,
    EN;

    /** The code of ISO 639-1, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }
}
