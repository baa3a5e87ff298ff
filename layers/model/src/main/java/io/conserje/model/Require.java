package io.conserje.model;

import java.util.regex.Pattern;

/**
 * The checks that make a value valid once built; the message names the field and says what is
 * allowed.
 */
final class Require {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private Require() {}

    static String text(String value, String field) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is empty: give it at least one character");
        }
        return value;
    }

    static double degrees(double value, int most, String field) {
        if (!(Math.abs(value) <= most)) {
            throw new IllegalArgumentException(
                    field + " is " + value + ": it lies between -" + most + " and " + most);
        }
        return value;
    }

    static String slug(String value, String field) {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    field
                            + " is '"
                            + value
                            + "': use 1 to 40 lower-case letters, digits and hyphens, beginning with a letter or digit");
        }
        return value;
    }
}
