package io.conserje.local.emulator.post;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults;
import io.conserje.local.emulator.Faults.Twin;
import io.conserje.local.emulator.PostedWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Posts every webhook until somebody acknowledges it, however long that takes; within a
 * conversation one after the other, unless told not to care.
 */
public final class Postman implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_HOLD = Duration.ofMillis(300);
    private static final int LATEST_TWIN_MILLIS = 1000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes(threads);
    private final Courier courier;
    private final Overtaking overtaking = new Overtaking(LONGEST_HOLD);
    private final CountDownLatch closed = new CountDownLatch(1);

    private final Supplier<FaultDial> dial;
    private final Consumer<Webhook> acknowledged;
    private final Backlog backlog;
    private final boolean inOrder;

    /**
     * @param acknowledged told of each webhook once, before the next of its conversation leaves
     * @param inOrder false lets a conversation's webhooks overtake each other
     */
    public Postman(
            Seal seal,
            Supplier<FaultDial> dial,
            Consumer<Webhook> acknowledged,
            Backlog backlog,
            boolean inOrder) {
        courier = new Courier(seal, threads);
        this.dial = dial;
        this.acknowledged = acknowledged;
        this.backlog = backlog;
        this.inOrder = inOrder;
    }

    /** Until this is called, what is posted waits. */
    public void address(URI webhook) {
        courier.address(webhook);
    }

    /** What is posted from now on waits, and so does what nobody acknowledged yet. */
    public void noAddress() {
        courier.noAddress();
    }

    public void listen(Consumer<PostedWebhook> listener) {
        courier.listen(listener);
    }

    /** Two webhooks of one conversation leave in the order in which they are given here. */
    public void post(Webhook webhook) {
        backlog.owe();
        if (inOrder) {
            lanes.enter(webhook.conversations(), () -> deliver(webhook));
        } else {
            start(() -> deliver(webhook));
        }
    }

    /** Waits, as a provider that is slow; ends early when this is closed. */
    public void pause(Duration duration) throws InterruptedException {
        if (duration.isPositive() && closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("closed");
        }
    }

    private void deliver(Webhook webhook) throws InterruptedException {
        Faults faults = dial.get().faults(webhook.id());
        pause(faults.delay());
        if (faults.heldBack()) {
            overtaking.hold();
        }
        overtaking.departed();
        if (faults.twin() == Twin.TOGETHER) {
            sendTwin(webhook, Duration.ZERO);
        }
        carryUntilAcknowledged(webhook, faults.dice());
        overtaking.arrived();
        sendTwinAfterwards(webhook, faults);
        settle(webhook);
    }

    private void carryUntilAcknowledged(Webhook webhook, RandomGenerator dice)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            PostedWebhook posted = courier.carry(webhook, attempt, false);
            if (posted.acknowledged()) {
                return;
            }
            String problem = posted.problem();
            String why = problem == null ? "HTTP " + posted.status() : problem;
            backlog.problem(webhook.id() + ", attempt " + attempt + ": " + why);
            pause(backOff(attempt, dice));
        }
    }

    /** Doubles from a quarter of a second to ten; jitter takes away up to half. */
    private static Duration backOff(int attempt, RandomGenerator dice) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10);
        long millis = Math.min(doubled, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(millis / 2 + dice.nextLong(millis / 2 + 1));
    }

    private void sendTwinAfterwards(Webhook webhook, Faults faults) {
        switch (faults.twin()) {
            case NONE, TOGETHER -> {}
            case RIGHT_AFTER -> sendTwin(webhook, Duration.ZERO);
            case LATER -> {
                int millis = faults.dice().nextInt(1, LATEST_TWIN_MILLIS + 1);
                sendTwin(webhook, Duration.ofMillis(millis));
            }
        }
    }

    /** A duplicate is posted once: nobody owes the system under test an answer to it. */
    private void sendTwin(Webhook webhook, Duration after) {
        backlog.owe();
        start(() -> {
            pause(after);
            PostedWebhook unused = courier.carry(webhook, 1, true);
            backlog.settle();
        });
    }

    private void settle(Webhook webhook) {
        try {
            acknowledged.accept(webhook);
        } catch (RuntimeException e) {
            // The conversation goes on: at worst this webhook comes once more after a restart.
            backlog.problem(webhook.id() + " could not be noted as acknowledged: " + e);
        }
        backlog.acknowledged();
        backlog.settle();
    }

    private void start(Lanes.Task task) {
        threads.execute(() -> {
            try {
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
        threads.shutdownNow();
        courier.close();
    }
}
