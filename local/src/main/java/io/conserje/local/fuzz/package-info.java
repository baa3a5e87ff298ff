/**
 * Sends the webhooks' addresses what no provider would, again and again, each time from a seed, and
 * looks whether the promises hold all the same.
 */
@NullMarked
package io.conserje.local.fuzz;

import org.jspecify.annotations.NullMarked;
