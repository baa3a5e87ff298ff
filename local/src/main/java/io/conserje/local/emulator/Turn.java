package io.conserje.local.emulator;

/** One customer's gesture. */
public record Turn(String customer, Gesture gesture) {}
