package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.SendOutcome.Scope;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Reply;
import io.conserje.model.Outgoing;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a call's ending means for the message. Telegram has no list of its errors: the words are
 * those of its open server (github.com/tdlib/telegram-bot-api).
 */
record Verdict(Outgoing content, boolean toGroup) {
    private static final Duration SHORT = Duration.ofSeconds(60);

    SendOutcome of(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer ->
                    Refusal.read(answer)
                            .map(this::refused)
                            .orElseGet(() ->
                                    answer.isSuccess() ? accepted(answer) : unexplained(answer));
            case Reply.NeverSent never -> Delay.OUTAGE.retry(never.reason());
            case Reply.NoAnswer none -> new SendOutcome.Unknown(none.reason());
        };
    }

    private static SendOutcome accepted(Reply.Answer answer) {
        JsonNode sent = Json.parseAnswer(answer.body()).path("result");
        return Ids.number(sent.path("chat"), "id")
                .flatMap(chat ->
                        Ids.number(sent, "message_id").map(number -> Ids.message(chat, number)))
                .<SendOutcome>map(id -> new SendOutcome.Accepted(id.value()))
                .orElseGet(() -> new SendOutcome.Unknown("accepted without a message id"));
    }

    private SendOutcome refused(Refusal refusal) {
        String words = Quoted.without(content, refusal);
        if (refusal.isThrottle()) {
            Duration after = refusal.retryAfter().orElse(Delay.THROUGHPUT.usual);
            return new SendOutcome.Throttled(after, scope(after), words);
        }
        if (refusal.isOfToken()) {
            return Delay.OPERATOR.retry(refusal.code() + Refusal.ADVICE);
        }
        if (refusal.code() == 403 || isContactGone(refusal)) {
            return new SendOutcome.ContactStopped(words);
        }
        if (refusal.code() == 504) {
            // Its server asked on and was not answered either.
            return new SendOutcome.Unknown(words);
        }
        return refusal.code() / 100 == 4
                ? new SendOutcome.Rejected(words)
                : Delay.OUTAGE.retry(words);
    }

    private static boolean isContactGone(Refusal refusal) {
        return refusal.code() == 400
                && Stream.of(
                                "chat not found",
                                "user not found",
                                "PEER_ID_INVALID",
                                "TOPIC_CLOSED",
                                "TOPIC_DELETED",
                                "message thread not found")
                        .anyMatch(refusal::says);
    }

    /**
     * Telegram does not say what there was too much of. A group has a limit of its own, and the one
     * of a chat is over within a minute: a longer wait is the bot's.
     */
    private Scope scope(Duration after) {
        return toGroup || after.compareTo(SHORT) <= 0 ? Scope.CONTACT : Scope.ACCOUNT;
    }

    /** Something in between answered: a 4xx stopped there, a 5xx may have passed. */
    private static SendOutcome unexplained(Reply.Answer answer) {
        String reason = "HTTP " + answer.status() + " without Telegram's own word";
        return switch (answer.status()) {
            case 401, 403, 404 -> Delay.OPERATOR.retry(reason + ": see the setting 'api-url'");
            case 429 -> new SendOutcome.Throttled(Delay.THROUGHPUT.usual, Scope.ACCOUNT, reason);
            default ->
                    answer.status() / 100 == 4
                            ? new SendOutcome.Rejected(reason)
                            : new SendOutcome.Unknown(reason);
        };
    }
}
