/**
 * Meta's WhatsApp Cloud API, as far as a front desk uses it. The only package here that knows
 * Meta's words.
 */
@NullMarked
package io.conserje.local.emulator.meta;

import org.jspecify.annotations.NullMarked;
