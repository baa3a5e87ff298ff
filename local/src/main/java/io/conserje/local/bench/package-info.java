/** Measures the way, and checks while it measures. */
@NullMarked
package io.conserje.local.bench;

import org.jspecify.annotations.NullMarked;
