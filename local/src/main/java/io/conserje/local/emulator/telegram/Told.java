package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a customer did.
 *
 * @param type its name in an update
 * @param kind its name in the transcript, and {@code text} how it reads there
 * @param id empty for what has no id but its update's
 */
record Told(String type, ObjectNode payload, String kind, String text, String id) {}
