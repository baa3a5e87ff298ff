/**
 * How long a function's first answer takes, cold and restored, with AWS's runtime client in its own
 * process, against stand-ins of the services on loopback.
 */
@NullMarked
package io.conserje.local.bench.start;

import org.jspecify.annotations.NullMarked;
