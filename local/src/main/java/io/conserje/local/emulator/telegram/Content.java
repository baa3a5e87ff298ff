package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * What a call wants sent, after it was looked at.
 *
 * @param kind Telegram's word for it
 * @param reads how it reads on the telephone
 * @param part the part of the message that holds it; asked for once, when it is sent
 */
record Content(String kind, String reads, Supplier<ObjectNode> part) {}
