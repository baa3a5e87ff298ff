package io.conserje.channel.telegram;

import io.conserje.channel.FetchOutcome;
import io.conserje.channel.SendOutcome;
import java.time.Duration;

/** How long what passes takes to pass, unless Telegram says it. */
enum Delay {
    /** To a group go twenty a minute. */
    THROUGHPUT(3),
    OUTAGE(5),
    /** A person has to mend the account. */
    OPERATOR(60);

    final Duration usual;

    Delay(int seconds) {
        usual = Duration.ofSeconds(seconds);
    }

    SendOutcome retry(String reason) {
        return new SendOutcome.RetryLater(usual, reason);
    }

    FetchOutcome notNow(String reason) {
        return new FetchOutcome.NotNow(usual, reason);
    }
}
