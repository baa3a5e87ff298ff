/** The audit of what is stored in a running system. */
@NullMarked
package io.conserje.local.audit;

import org.jspecify.annotations.NullMarked;
