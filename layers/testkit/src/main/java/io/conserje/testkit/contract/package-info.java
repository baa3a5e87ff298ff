/**
 * What every adapter of {@link io.conserje.application.Conversations} promises, as tests. An
 * adapter's own test implements {@link io.conserje.testkit.contract.ConversationsContract} and says
 * how to get one.
 */
@NullMarked
package io.conserje.testkit.contract;

import org.jspecify.annotations.NullMarked;
