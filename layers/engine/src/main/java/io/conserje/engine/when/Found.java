package io.conserje.engine.when;

/**
 * What a phrase says, and the token after it.
 *
 * @param <T> what is said
 */
record Found<T>(T value, int next) {}
