package io.conserje.model;

/**
 * The checks that make a value valid once built; the message names the field and says what is
 * allowed.
 */
final class Require {
    private static final int LONGEST_SLUG = 40;

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
        if (!isSlug(value)) {
            throw new IllegalArgumentException(
                    field
                            + " is '"
                            + value
                            + "': use 1 to 40 lower-case letters, digits and hyphens, beginning with a letter or digit");
        }
        return value;
    }

    /** Every webhook names an account: this is quicker than an expression. */
    private static boolean isSlug(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && i > 0)) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= LONGEST_SLUG;
    }
}
