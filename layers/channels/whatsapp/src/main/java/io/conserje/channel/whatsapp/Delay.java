package io.conserje.channel.whatsapp;

import io.conserje.channel.SendOutcome;
import io.conserje.channel.SendOutcome.Scope;
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
    OPERATOR(60),
    /** Customers blocked the number or reported it: haste makes it worse (error 131048). */
    SPAM(300);

    /** The other form of Retry-After is a date, which would take a clock to read. */
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");

    private final Duration usual;

    Delay(int seconds) {
        usual = Duration.ofSeconds(seconds);
    }

    Duration usual() {
        return usual;
    }

    Duration after(Optional<String> retryAfter) {
        return retryAfter
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(usual);
    }

    SendOutcome outcome(Duration after, String reason) {
        return switch (this) {
            case PAIR_RATE -> new SendOutcome.Throttled(after, Scope.CONTACT, reason);
            case THROUGHPUT, QUOTA, SPAM -> new SendOutcome.Throttled(after, Scope.ACCOUNT, reason);
            case OUTAGE, OPERATOR -> new SendOutcome.RetryLater(after, reason);
        };
    }
}
