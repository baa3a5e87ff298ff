package io.conserje.channel.whatsapp;

import io.conserje.channel.SendOutcome;
import io.conserje.model.Outgoing;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an error of the Graph API means
 * (developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes).
 */
final class GraphErrors {
    private GraphErrors() {}

    static SendOutcome outcome(GraphError error, Reply.Answer answer, Outgoing content) {
        return delay(error, answer.status())
                .map(delay -> delay.retry(answer.retryAfter(), reason(delay, error, content)))
                .orElseGet(() -> new SendOutcome.Rejected(words(error, content)));
    }

    /** Empty when no waiting helps. */
    private static Optional<Delay> delay(GraphError error, int status) {
        return switch (error.code()) {
            case 131056 -> Optional.of(Delay.PAIR_RATE);
            case 130429 -> Optional.of(Delay.THROUGHPUT);
            case 4, 613, 80007, 131048 -> Optional.of(Delay.QUOTA);
            case 1, 2, 131000, 131016, 131057 -> Optional.of(Delay.OUTAGE);
            case 0, 3, 10, 190, 131005, 131031, 131042, 133010 -> Optional.of(Delay.OPERATOR);
            default ->
                    isPermission(error.code()) ? Optional.of(Delay.OPERATOR) : other(error, status);
        };
    }

    private static boolean isPermission(int code) {
        return code >= 200 && code <= 299;
    }

    private static Optional<Delay> other(GraphError error, int status) {
        if (error.isTransient()) {
            return Optional.of(Delay.OUTAGE);
        }
        return isAboutMessage(error.code()) ? Optional.empty() : byStatus(status);
    }

    /** Named, because some of them come with a 403 and would pass for a refused token. */
    private static boolean isAboutMessage(int code) {
        return switch (code) {
            case 100, 368, 130472, 130497, 131008, 131009, 131026, 131047, 131051 -> true;
            default -> false;
        };
    }

    private static Optional<Delay> byStatus(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of(Delay.OPERATOR);
            case 429 -> Optional.of(Delay.THROUGHPUT);
            default -> status >= 500 ? Optional.of(Delay.OUTAGE) : Optional.empty();
        };
    }

    private static String reason(Delay delay, GraphError error, Outgoing content) {
        return delay == Delay.OPERATOR ? advice(error.code()) : words(error, content);
    }

    /** What to do, where Meta only says what happened. */
    private static String advice(int code) {
        return code
                + switch (code) {
                    case 131031 -> ": Meta has locked the account";
                    case 131042 -> ": Meta finds no valid payment method on the account";
                    case 133010 -> ": the account's number is not registered with the Cloud API";
                    default -> ": Meta refuses the access token, or it lacks a permission";
                };
    }

    private static String words(GraphError error, Outgoing content) {
        boolean quotesUs = ours(content).anyMatch(error.words()::contains);
        return quotesUs
                ? error.code() + " (details left out: they quote the message)"
                : error.words();
    }

    private static Stream<String> ours(Outgoing content) {
        return switch (content) {
            case Outgoing.Say say -> Stream.of(say.text());
            case Outgoing.Ask ask ->
                    Stream.concat(
                            Stream.of(ask.text()),
                            ask.options().stream().map(Outgoing.Option::title));
        };
    }
}
