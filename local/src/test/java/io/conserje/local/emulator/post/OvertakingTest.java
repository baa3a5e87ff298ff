package io.conserje.local.emulator.post;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OvertakingTest {

    @Test
    void aWebhookGoesOnWhenThreeThatLeftAfterItHaveArrived() {
        Overtaking overtaking = new Overtaking(Duration.ofHours(1));
        overtaking.departed();
        overtaking.departed();
        CompletableFuture<Void> held = hold(overtaking);

        // The two that had left before it do not count.
        for (int i = 0; i < 4; i++) {
            overtaking.arrived();
        }
        assertFalse(held.isDone());
        overtaking.arrived();

        await().until(held::isDone);
    }

    @Test
    void aWebhookIsNotHeldForEver() {
        await().until(hold(new Overtaking(Duration.ofMillis(1)))::isDone);
    }

    /** Returns when it is held. */
    private static CompletableFuture<Void> hold(Overtaking overtaking) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        Thread thread =
                Thread.startVirtualThread(() -> {
                    try {
                        overtaking.hold();
                        released.complete(null);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        await().until(() -> released.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
        return released;
    }
}
