/**
 * What tests share: a fake behind every port, builders, seeded histories and the contract that
 * every adapter of a port keeps.
 */
@NullMarked
package io.conserje.testkit;

import org.jspecify.annotations.NullMarked;
