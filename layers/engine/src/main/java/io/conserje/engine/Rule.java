package io.conserje.engine;

import io.conserje.model.InboundMessage;
import java.util.function.BiPredicate;

/**
 * One thing the desk does.
 *
 * @param decides does it, and tells whether it was the one that decided; else the next rule is
 *     asked
 */
record Rule(String name, BiPredicate<Draft, InboundMessage> decides) {}
