package io.conserje.local.template;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rate expressions (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
 */
final class Rates {
    private static final Pattern RATE =
            Pattern.compile("rate\\(\\s*([1-9]\\d{0,5})\\s+(minute|hour|day)s?\\s*\\)");

    private Rates() {}

    /** Empty for what is no rate: {@code cron(...)} and {@code at(...)}, which no clock plays. */
    static Optional<Duration> read(String expression) {
        Matcher rate = RATE.matcher(expression.strip());
        return rate.matches()
                ? Optional.of(Duration.of(Integer.parseInt(rate.group(1)), unit(rate.group(2))))
                : Optional.empty();
    }

    private static ChronoUnit unit(String name) {
        return ChronoUnit.valueOf(name.toUpperCase(Locale.ROOT) + "S");
    }
}
