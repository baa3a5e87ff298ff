/** The whole way, as a customer and an operator see it. */
@NullMarked
package io.conserje.local.way;

import org.jspecify.annotations.NullMarked;
