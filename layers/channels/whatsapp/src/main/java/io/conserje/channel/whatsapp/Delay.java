package io.conserje.channel.whatsapp;

import io.conserje.channel.SendOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a refusal that passes takes to pass, unless the provider says it. */
enum Delay {
    THROUGHPUT(2),
    OUTAGE(5),
    /** To one customer, one message every six seconds (error 131056). */
    PAIR_RATE(6),
    /** A limit over a longer time, such as the calls of an hour. */
    QUOTA(30),
    /** A person has to mend the account. */
    OPERATOR(60);

    /** The other form of Retry-After is a date, which would take a clock to read. */
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");

    private final Duration usual;

    Delay(int seconds) {
        usual = Duration.ofSeconds(seconds);
    }

    SendOutcome retry(Optional<String> retryAfter, String reason) {
        Duration after =
                retryAfter
                        .filter(text -> SECONDS.matcher(text).matches())
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .orElse(usual);
        return new SendOutcome.RetryLater(after, reason);
    }
}
