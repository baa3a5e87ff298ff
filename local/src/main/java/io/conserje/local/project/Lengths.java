package io.conserje.local.project;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as a business writes them: {@code 30 min}, {@code 1 h 30 min}, {@code 2 days}.
 */
final class Lengths {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?=\\d)(?:(\\d{1,4}) ?days?)? ?(?:(\\d{1,4}) ?h)? ?(?:(\\d{1,5}) ?min)?");

    private Lengths() {}

    /** Reads one that lies between these two, which belong to it. */
    static Function<String, Duration> between(Duration least, Duration most) {
        return text -> {
            Duration length = read(text);
            if (length.compareTo(least) < 0 || length.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not between " + told(least) + " and " + told(most));
            }
            return length;
        };
    }

    private static Duration read(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no length of time: write it like 30 min or 1 h 30 min");
        }
        return Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3));
    }

    private static long number(Matcher parts, int group) {
        return Optional.ofNullable(parts.group(group)).map(Long::parseLong).orElse(0L);
    }

    static String told(Duration length) {
        if (length.toHours() > 24 && length.equals(Duration.ofDays(length.toDays()))) {
            return length.toDays() + " days";
        }
        String hours = length.toHours() == 0 ? "" : length.toHours() + " h";
        String minutes =
                length.toMinutesPart() == 0 && !hours.isEmpty()
                        ? ""
                        : length.toMinutesPart() + " min";
        return (hours + " " + minutes).strip();
    }
}
