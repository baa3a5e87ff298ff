/**
 * The whole way of a message in simulated time: the real functions, adapters and engine over
 * simulated queues, tables and providers, with faults that a seed draws. One seed is one run,
 * exactly. In the style of FoundationDB's simulation
 * (https://apple.github.io/foundationdb/testing.html) and TigerBeetle's
 * (https://docs.tigerbeetle.com/concepts/safety/).
 */
@NullMarked
package io.conserje.local.simulation;

import org.jspecify.annotations.NullMarked;
