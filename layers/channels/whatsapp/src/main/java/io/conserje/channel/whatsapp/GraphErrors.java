package io.conserje.channel.whatsapp;

import io.conserje.channel.http.Reply;
import java.util.Optional;

/** What an error of the Graph API means ({@code /support/error-codes}). */
final class GraphErrors {
    private GraphErrors() {}

    static Ending ending(GraphError error, Reply.Answer answer, Quotes quotes) {
        return delay(error, answer.status())
                .map(delay ->
                        Ending.passing(delay, answer.retryAfter(), reason(delay, error, quotes)))
                .orElseGet(() -> new Ending.ForGood(error.subcode(), quotes.leftOut(error)));
    }

    /** Empty when no waiting helps. */
    private static Optional<Delay> delay(GraphError error, int status) {
        return switch (error.code()) {
            case 131056 -> Optional.of(Delay.PAIR_RATE);
            case 130429 -> Optional.of(Delay.THROUGHPUT);
            case 4, 613, 80007 -> Optional.of(Delay.QUOTA);
            case 131048 -> Optional.of(Delay.SPAM);
            case 1, 2, 131000, 131016, 131057, 133004 -> Optional.of(Delay.OUTAGE);
            case 0, 3, 10, 190, 131005, 131031, 131037, 131042, 131045, 133010 ->
                    Optional.of(Delay.OPERATOR);
            default ->
                    isPermission(error.code()) ? Optional.of(Delay.OPERATOR) : other(error, status);
        };
    }

    private static boolean isPermission(int code) {
        return code >= 200 && code <= 299;
    }

    private static Optional<Delay> other(GraphError error, int status) {
        if (error.isTransient() && status != 429) {
            return Optional.of(Delay.OUTAGE);
        }
        return isAboutMessage(error.code()) ? Optional.empty() : byStatus(status);
    }

    /**
     * Named, because some of them come with a 403 and would pass for a refused token.
     *
     * <p>None says that the customer blocked the business: that is one of the things behind 131026,
     * which Meta keeps from telling apart. So nobody counts as lost by what a call is answered.
     * 131050 is about marketing alone; whoever stopped that still gets answers.
     */
    private static boolean isAboutMessage(int code) {
        return switch (code) {
            case 100, 368, 130472, 130497, 131008, 131009 -> true;
            case 131026, 131047, 131049, 131050, 131051, 131052, 131053 -> true;
            default -> isTemplate(code);
        };
    }

    private static boolean isTemplate(int code) {
        return code >= 132000 && code <= 132999;
    }

    private static Optional<Delay> byStatus(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of(Delay.OPERATOR);
            case 429 -> Optional.of(Delay.THROUGHPUT);
            default -> status >= 500 ? Optional.of(Delay.OUTAGE) : Optional.empty();
        };
    }

    private static String reason(Delay delay, GraphError error, Quotes quotes) {
        return delay == Delay.OPERATOR ? advice(error.code()) : quotes.leftOut(error);
    }

    /** What to do, where Meta only says what happened. */
    private static String advice(int code) {
        return code
                + switch (code) {
                    case 131031 -> ": Meta has locked the account";
                    case 131037 -> ": Meta has not approved the number's display name yet";
                    case 131042 -> ": Meta finds no valid payment method on the account";
                    case 131045, 133010 ->
                            ": the account's number is not registered with the Cloud API";
                    default -> ": Meta refuses the access token, or it lacks a permission";
                };
    }
}
