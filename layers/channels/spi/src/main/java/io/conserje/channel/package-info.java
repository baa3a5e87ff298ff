/**
 * What a channel must be able to do, in our words. A channel knows its provider and this package,
 * nothing of queues, tables or the host that calls it.
 */
@NullMarked
package io.conserje.channel;

import org.jspecify.annotations.NullMarked;
