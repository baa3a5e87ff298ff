package io.conserje.channel.whatsapp;

import io.conserje.channel.SendOutcome;
import io.conserje.model.Outgoing;
import java.util.Optional;

/** What a call's ending means for the message. */
final class Verdict {
    private Verdict() {}

    static SendOutcome of(Reply reply, Outgoing content) {
        return switch (reply) {
            case Reply.Answer answer when answer.isSuccess() -> accepted(answer);
            case Reply.Answer answer ->
                    GraphError.read(answer.body())
                            .map(error -> GraphErrors.outcome(error, answer, content))
                            .orElseGet(() -> unexplained(answer));
            case Reply.NeverSent never -> Delay.OUTAGE.retry(Optional.empty(), never.reason());
            case Reply.NoToken none ->
                    Delay.OPERATOR.retry(
                            Optional.empty(), "the access token is empty or no token: set it");
            case Reply.NoAnswer none -> new SendOutcome.Unknown(none.reason());
        };
    }

    private static SendOutcome accepted(Reply.Answer answer) {
        return Json.text(Json.parseAnswer(answer.body()).path("messages").path(0), "id")
                .<SendOutcome>map(SendOutcome.Accepted::new)
                .orElseGet(() -> new SendOutcome.Unknown("accepted without a message id"));
    }

    /**
     * Something in between answered, not the Graph API: a 4xx stopped there, a 5xx may have passed.
     */
    private static SendOutcome unexplained(Reply.Answer answer) {
        String reason = "HTTP " + answer.status() + " without a Graph error";
        return switch (answer.status()) {
            case 401, 403 -> Delay.OPERATOR.retry(answer.retryAfter(), reason);
            case 429 -> Delay.THROUGHPUT.retry(answer.retryAfter(), reason);
            default ->
                    answer.status() / 100 == 4
                            ? new SendOutcome.Rejected(reason)
                            : new SendOutcome.Unknown(reason);
        };
    }
}
