/**
 * One class per use case, and the ports it needs. Decides when things happen; the engine decides
 * what.
 */
@NullMarked
package io.conserje.application;

import org.jspecify.annotations.NullMarked;
