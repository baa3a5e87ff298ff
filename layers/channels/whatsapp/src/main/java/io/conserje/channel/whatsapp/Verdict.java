package io.conserje.channel.whatsapp;

import io.conserje.channel.SendOutcome;
import io.conserje.channel.http.Json;

/** What a call's ending means for the message. */
final class Verdict {
    private Verdict() {}

    static SendOutcome of(Ending ending) {
        return switch (ending) {
            case Ending.Done done ->
                    Json.text(done.answer().path("messages").path(0), "id")
                            .<SendOutcome>map(SendOutcome.Accepted::new)
                            .orElseGet(
                                    () -> new SendOutcome.Unknown("accepted without a message id"));
            case Ending.Passing passing ->
                    passing.delay().outcome(passing.after(), passing.reason());
            case Ending.ForGood refused -> new SendOutcome.Rejected(refused.reason());
            case Ending.InDoubt doubt -> new SendOutcome.Unknown(doubt.reason());
        };
    }
}
