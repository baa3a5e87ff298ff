/** The webhook's end of the way, and what tells how all of it is. */
@NullMarked
package io.conserje.messaging;

import org.jspecify.annotations.NullMarked;
