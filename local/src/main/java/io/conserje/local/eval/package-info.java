/**
 * Tries what the front desk understands and how it converses on the test sets under {@code eval/},
 * and counts. Needs no running system.
 */
@NullMarked
package io.conserje.local.eval;

import org.jspecify.annotations.NullMarked;
