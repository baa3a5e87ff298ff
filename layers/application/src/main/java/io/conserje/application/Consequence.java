package io.conserje.application;

import io.conserje.application.Conversations.Status;
import io.conserje.channel.SendOutcome;
import java.time.Duration;

/**
 * What each ending of a send means, in one place.
 *
 * <table>
 * <caption>for the queue, the message, the contact and the account</caption>
 * <tr><th>outcome</th><th>message</th><th>queue</th><th>contact</th><th>account's breaker</th></tr>
 * <tr><td>Accepted</td><td>accepted</td><td>done</td><td>-</td><td>works</td></tr>
 * <tr><td>RetryLater</td><td>queued; parked after {@link #LONGEST}</td><td>again</td>
 *     <td>-</td><td>fails</td></tr>
 * <tr><td>Throttled</td><td>queued</td><td>again</td><td>held, if it is meant</td>
 *     <td>held, if it is meant</td></tr>
 * <tr><td>Rejected</td><td>failed</td><td>done</td><td>-</td><td>works</td></tr>
 * <tr><td>ContactStopped</td><td>failed</td><td>done</td><td>unreachable</td><td>works</td></tr>
 * <tr><td>Unknown</td><td>in doubt until its receipt comes; parked where none can</td>
 *     <td>again</td><td>-</td><td>fails</td></tr>
 * </table>
 *
 * @param message the status that it has from now on
 * @param key of the sentence that tells it
 * @param why the provider's words
 * @param again how long later messages of the conversation wait for this one; zero for not at all
 */
record Consequence(
        Status message, String key, String why, Duration again, Contact contact, Account account) {

    /** How long a message is tried that never expires. Tries are not counted: an outage lasts. */
    static final Duration LONGEST = Duration.ofDays(3);

    /** What it tells about the contact. */
    enum Contact {
        NOTHING,
        HELD,
        UNREACHABLE
    }

    /** What it tells about the account. */
    enum Account {
        WORKS,
        FAILS,
        HELD,
        NOTHING
    }

    /**
     * @param age since it was decided to say it
     * @param provable whether a receipt can still tell that a message in doubt was taken
     * @param patience how long that receipt is waited for
     */
    static Consequence of(SendOutcome outcome, Duration age, boolean provable, Duration patience) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted ->
                    done(Status.ACCEPTED, "accepted", "", Contact.NOTHING, Account.WORKS);
            case SendOutcome.RetryLater later when age.compareTo(LONGEST) >= 0 ->
                    done(
                            Status.PARKED,
                            "tried-enough",
                            later.reason(),
                            Contact.NOTHING,
                            Account.FAILS);
            case SendOutcome.RetryLater later ->
                    again(later.after(), later.reason(), Contact.NOTHING, Account.FAILS);
            case SendOutcome.Throttled throttled ->
                    switch (throttled.scope()) {
                        case CONTACT ->
                                again(
                                        throttled.after(),
                                        throttled.reason(),
                                        Contact.HELD,
                                        Account.NOTHING);
                        case ACCOUNT ->
                                again(
                                        throttled.after(),
                                        throttled.reason(),
                                        Contact.NOTHING,
                                        Account.HELD);
                    };
            case SendOutcome.Rejected rejected ->
                    done(
                            Status.FAILED,
                            "rejected",
                            rejected.reason(),
                            Contact.NOTHING,
                            Account.WORKS);
            case SendOutcome.ContactStopped stopped ->
                    done(
                            Status.FAILED,
                            "contact-stopped",
                            stopped.reason(),
                            Contact.UNREACHABLE,
                            Account.WORKS);
            case SendOutcome.Unknown unknown when !provable ->
                    done(
                            Status.PARKED,
                            "in-doubt",
                            unknown.reason(),
                            Contact.NOTHING,
                            Account.FAILS);
            case SendOutcome.Unknown unknown ->
                    new Consequence(
                            Status.SENDING,
                            "in-doubt",
                            unknown.reason(),
                            patience,
                            Contact.NOTHING,
                            Account.FAILS);
        };
    }

    private static Consequence done(
            Status message, String key, String why, Contact contact, Account account) {
        return new Consequence(message, key, why, Duration.ZERO, contact, account);
    }

    private static Consequence again(Duration after, String why, Contact contact, Account account) {
        return new Consequence(Status.QUEUED, "again", why, after, contact, account);
    }
}
