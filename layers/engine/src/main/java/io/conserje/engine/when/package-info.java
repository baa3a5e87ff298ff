/**
 * Dates and times as people write them, made into values. Now, the zone and the order of day and
 * month are arguments.
 */
@NullMarked
package io.conserje.engine.when;

import org.jspecify.annotations.NullMarked;
