/**
 * The whole system under fire: a process of its own that is killed again and again while its
 * customers write, its providers misbehave and its services fail; and then the audit.
 */
@NullMarked
package io.conserje.local.chaos;

import org.jspecify.annotations.NullMarked;
