/**
 * The nouns: immutable values, valid once built. Nothing here knows a provider, a database or a
 * clock.
 */
@NullMarked
package io.conserje.model;

import org.jspecify.annotations.NullMarked;
