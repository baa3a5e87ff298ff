/**
 * What every adapter of {@link io.conserje.application.Conversations} and of {@link
 * io.conserje.application.MediaStore} promises, as tests. An adapter's own test implements {@link
 * io.conserje.testkit.contract.ConversationsContract} or {@link
 * io.conserje.testkit.contract.MediaStoreContract} and says how to get one.
 */
@NullMarked
package io.conserje.testkit.contract;

import org.jspecify.annotations.NullMarked;
