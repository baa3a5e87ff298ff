/** The only place that knows our own JSON: what travels in queues and what is stored. Versioned. */
@NullMarked
package io.conserje.wire;

import org.jspecify.annotations.NullMarked;
