package io.conserje.local.runtime;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Request ids from a source of randomness that the caller chooses. It must allow several threads.
 */
record Identifiers(RandomGenerator random) {
    String next() {
        long version4 = random.nextLong() & ~0xF000L | 0x4000L;
        long variant2 = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(version4, variant2).toString();
    }
}
