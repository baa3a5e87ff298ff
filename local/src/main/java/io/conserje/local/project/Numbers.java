package io.conserje.local.project;

import java.util.function.Function;

/** Whole numbers as a business writes them. */
final class Numbers {
    private Numbers() {}

    /** Reads one that lies between these two, which belong to it. */
    static Function<String, Integer> between(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, as one that is too large is.
            }
            throw new IllegalArgumentException(
                    "'" + text + "' is no number between " + least + " and " + most);
        };
    }
}
