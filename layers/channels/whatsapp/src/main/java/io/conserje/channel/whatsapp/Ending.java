package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Reply;
import java.time.Duration;
import java.util.Optional;

/** What one call of the Graph API came to, before anybody says what that means for a message. */
sealed interface Ending {

    record Done(ObjectNode answer) implements Ending {}

    record Passing(Delay delay, Duration after, String reason) implements Ending {
        Passing(Delay delay, String reason) {
            this(delay, delay.usual(), reason);
        }
    }

    /**
     * @param subcode Meta's finer word for it; 0 when there is none
     */
    record ForGood(int subcode, String reason) implements Ending {}

    /** It may have been done. */
    record InDoubt(String reason) implements Ending {}

    static Ending of(Reply reply, Quotes quotes) {
        return switch (reply) {
            case Reply.Answer answer when answer.isSuccess() ->
                    new Done(Json.parseAnswer(answer.body()));
            case Reply.Answer answer ->
                    GraphError.read(answer.body())
                            .map(error -> GraphErrors.ending(error, answer, quotes))
                            .orElseGet(() -> unexplained(answer));
            case Reply.NeverSent never -> new Passing(Delay.OUTAGE, never.reason());
            case Reply.NoAnswer none -> new InDoubt(none.reason());
        };
    }

    /**
     * Something in between answered, not the Graph API: a 4xx stopped there, a 5xx may have passed.
     */
    private static Ending unexplained(Reply.Answer answer) {
        String reason = "HTTP " + answer.status() + " without a Graph error";
        return switch (answer.status()) {
            case 401, 403 -> passing(Delay.OPERATOR, answer.retryAfter(), reason);
            case 429 -> passing(Delay.THROUGHPUT, answer.retryAfter(), reason);
            default -> answer.status() / 100 == 4 ? new ForGood(0, reason) : new InDoubt(reason);
        };
    }

    static Ending passing(Delay delay, Optional<String> retryAfter, String reason) {
        return new Passing(delay, delay.after(retryAfter), reason);
    }
}
