package io.conserje.local.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stands in for a messaging provider on one machine.
 *
 * <p>To write another one, write a package beside {@code meta} with four things, and take the rest
 * from here:
 *
 * <ul>
 *   <li>how a customer's {@link Gesture} looks on the provider's wire: a {@code CustomerWire}, from
 *       which {@code EmulatedPhone} makes a phone;
 *   <li>how a webhook is signed, a {@code Seal} for the {@code Postman}, which sees to order,
 *       retries and faults; and what the provider checks when it is subscribed to;
 *   <li>the provider's API, which checks as strictly as the provider and answers with its errors;
 *       what it accepts becomes a {@link PhoneLine};
 *   <li>a {@code start(Options)} that opens the data folder, makes up the account's secrets once,
 *       and sends again every webhook that nobody acknowledged before.
 * </ul>
 *
 * An emulator never loses a message: it writes it down before it answers, and does not tire of
 * delivering it. {@link #close} stops it in the middle of whatever it does, as a power cut would.
 */
public interface ProviderEmulator extends AutoCloseable {

    /** The provider's name as accounts spell it, such as {@code whatsapp}. */
    String name();

    /** Where its API and its control API listen. */
    URI baseUri();

    /** What the account of the system under test must say to talk to this emulator. */
    Map<String, String> settings();

    /** The account's secrets: random, made up once for each data folder. */
    Map<String, String> secrets();

    /**
     * Makes this address the one that gets the webhooks, after the provider's own checks.
     *
     * @throws Refused when the address does not answer as the provider demands
     */
    void subscribe(URI webhook);

    Phone phone();

    /** What the provider calls a customer in a webhook: what the system knows the customer by. */
    String contactKey(String customer);

    FaultDial dial();

    void turn(FaultDial dial);

    /**
     * While it lasts, every call of the API is answered as by a provider that is down.
     *
     * @throws Refused where nobody plays that
     */
    default void outage(boolean lasts) {
        throw new Refused("outage", "is not played for " + name());
    }

    EmulatorState state();

    /** Waits until no webhook is owed any more; false when the time was up first. */
    boolean awaitQuiet(Duration atMost);

    /** Told of every message that the API accepted, on the thread that is about to answer. */
    void onAccepted(Consumer<AcceptedMessage> listener);

    /** Told of every webhook that was posted, answered or not. */
    void onPosted(Consumer<PostedWebhook> listener);

    @Override
    void close();
}
