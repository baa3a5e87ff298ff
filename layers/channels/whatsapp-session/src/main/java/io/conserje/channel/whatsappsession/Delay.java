package io.conserje.channel.whatsappsession;

import io.conserje.channel.FetchOutcome;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.SendOutcome.Scope;
import java.time.Duration;

/** How long what passes takes to pass. */
enum Delay {
    THROUGHPUT(2),
    OUTAGE(5),
    /** A person has to mend the account. */
    OPERATOR(60);

    private final Duration usual;

    Delay(int seconds) {
        usual = Duration.ofSeconds(seconds);
    }

    SendOutcome outcome(String reason) {
        return switch (this) {
            case THROUGHPUT -> new SendOutcome.Throttled(usual, Scope.ACCOUNT, reason);
            case OUTAGE, OPERATOR -> new SendOutcome.RetryLater(usual, reason);
        };
    }

    FetchOutcome notNow(String reason) {
        return new FetchOutcome.NotNow(usual, reason);
    }
}
