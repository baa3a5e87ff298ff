/** What customers said and were told, one conversation per customer. */
@NullMarked
package io.conserje.local.emulator.phone;

import org.jspecify.annotations.NullMarked;
