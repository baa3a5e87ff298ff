package io.conserje.local.emulator.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock that moves by hand. */
final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Instant instant() {
        asked.incrementAndGet();
        return now;
    }

    /** How often somebody wanted to know the time. */
    int asked() {
        return asked.get();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
