/**
 * What an emulated provider is: a phone in a customer's hand, an API for the system under test, and
 * a dial for its faults. Knows no provider.
 */
@NullMarked
package io.conserje.local.emulator;

import org.jspecify.annotations.NullMarked;
