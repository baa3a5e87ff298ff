package io.conserje.local.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How to start the emulator.
 *
 * @param port 0 for any that is free
 * @param data the folder of all accounts; each has a folder in it
 * @param webhook gets the webhooks from the start, unchecked; without it they wait for {@link
 *     ProviderEmulator#subscribe}
 * @param statuses what a message that is delivered reports on its way
 * @param inOrder false lets a conversation's webhooks overtake each other, as Meta may
 * @param random of the account's secrets and ids; used from many threads
 */
public record Options(
        int port,
        Path data,
        String account,
        @Nullable URI webhook,
        FaultDial dial,
        List<Status> statuses,
        boolean inOrder,
        InstantSource clock,
        RandomGenerator random) {

    public Options {
        statuses = List.copyOf(statuses);
    }

    /** Any port, no faults, all statuses, the real clock and real chance. */
    public static Options in(Path data, String account) {
        return new Options(
                0,
                data,
                account,
                null,
                FaultDial.OFF,
                List.of(Status.SENT, Status.DELIVERED, Status.READ),
                true,
                InstantSource.system(),
                new SecureRandom());
    }

    public Options withPort(int other) {
        return new Options(other, data, account, webhook, dial, statuses, inOrder, clock, random);
    }

    public Options withWebhook(URI other) {
        return new Options(port, data, account, other, dial, statuses, inOrder, clock, random);
    }

    public Options withDial(FaultDial other) {
        return new Options(port, data, account, webhook, other, statuses, inOrder, clock, random);
    }

    public Options withStatuses(List<Status> others) {
        return new Options(port, data, account, webhook, dial, others, inOrder, clock, random);
    }

    public Options withInOrder(boolean other) {
        return new Options(port, data, account, webhook, dial, statuses, other, clock, random);
    }

    public Options withClock(InstantSource other) {
        return new Options(port, data, account, webhook, dial, statuses, inOrder, other, random);
    }

    public Options withRandom(RandomGenerator other) {
        return new Options(port, data, account, webhook, dial, statuses, inOrder, clock, other);
    }

    /** The folder of this account. */
    public Path folder() {
        return data.resolve(account);
    }
}
