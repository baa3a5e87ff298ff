package io.conserje.engine.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text where a person would. The parts together lack nothing but whitespace. */
final class Split {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\h*\\r?\\n");
    private static final Pattern LINE_END = Pattern.compile("\\n");

    /**
     * A stop with its closing quotes, before a space and anything but a small letter, so neither in
     * "12.50" nor in "p. ej."; and not after a title such as "Dra.".
     */
    private static final Pattern SENTENCE_END =
            Pattern.compile(
                    "(?:[!?…]|(?<!\\b(?:Dr|Dra|Sr|Sra|Srta|Ud|Uds|Av|No|Mr|Mrs|Ms|St)\\b)\\.)"
                            + "[)\\]\"'»”’]*(?=\\s+[^\\s\\p{Ll}])",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SPACE = Pattern.compile("(?<!\\s)(?=\\s)");

    /** From the best place to the worst. Each gives the last such place up to a limit, or 0. */
    private static final List<ToIntBiFunction<String, Integer>> PLACES =
            List.of(
                    (text, limit) -> enough(last(BLANK_LINE, text, limit), limit),
                    (text, limit) -> enough(last(LINE_END, text, limit), limit),
                    (text, limit) -> enough(last(SENTENCE_END, text, limit), limit),
                    (text, limit) -> last(SPACE, text, limit),
                    Graphemes::fitting);

    private Split() {}

    static List<String> into(String text, int limit) {
        if (text.length() <= limit) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > limit) {
            int at = place(rest, limit);
            parts.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        parts.add(rest);
        return parts;
    }

    private static int place(String text, int limit) {
        return PLACES.stream()
                .mapToInt(place -> place.applyAsInt(text, limit))
                .filter(at -> at > 0)
                .findFirst()
                .orElse(limit);
    }

    private static int last(Pattern place, String text, int limit) {
        // Transparent bounds: what follows the limit tells whether a sentence ends there.
        Matcher found = place.matcher(text).region(0, limit).useTransparentBounds(true);
        int at = 0;
        while (found.find()) {
            at = found.end();
        }
        return at;
    }

    /** A short greeting is no message of its own. */
    private static int enough(int at, int limit) {
        return at >= limit / 4 ? at : 0;
    }
}
