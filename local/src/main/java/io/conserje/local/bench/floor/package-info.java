/**
 * The floor of the measurements: the same work by the same adapters, put together by hand, without
 * a framework. It knows nothing else of this module, because it runs without it.
 */
@NullMarked
package io.conserje.local.bench.floor;

import org.jspecify.annotations.NullMarked;
