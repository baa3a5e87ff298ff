/**
 * Telegram's Bot API, as far as a front desk uses it. The only package here that knows Telegram's
 * words.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram's description of it</a>
 */
@NullMarked
package io.conserje.local.emulator.telegram;

import org.jspecify.annotations.NullMarked;
