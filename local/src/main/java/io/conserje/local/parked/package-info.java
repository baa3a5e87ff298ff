/** What could not be done and waits for a person, and what the person has become of it. */
@NullMarked
package io.conserje.local.parked;

import org.jspecify.annotations.NullMarked;
