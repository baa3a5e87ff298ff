package io.conserje.local.project;

import io.conserje.model.Language;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Languages, and those of a place, as a business writes them. */
final class Languages {
    /** Spanish of Latin America as a whole, by the United Nations' number of the region. */
    private static final String LATIN_AMERICA = "419";

    private Languages() {}

    static Language read(String text) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + text + "' is not spoken here: write es or en"));
    }

    static Locale locale(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            if (isSpoken(locale) && isPlace(locale.getCountry())) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // Told below, as any other that is not known here.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is neither Spanish nor English of a country: write it like es-ES");
    }

    private static boolean isSpoken(Locale locale) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> language.code().equals(locale.getLanguage()));
    }

    private static boolean isPlace(String country) {
        return country.isEmpty()
                || country.equals(LATIN_AMERICA)
                || List.of(Locale.getISOCountries()).contains(country);
    }
}
