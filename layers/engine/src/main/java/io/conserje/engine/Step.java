package io.conserje.engine;

import java.util.List;

/**
 * What one turn decided.
 *
 * @param rules the names of the rules that decided, one for each message, in their order
 */
public record Step(Session session, List<Effect> effects, List<String> rules) implements Progress {
    public Step {
        effects = List.copyOf(effects);
        rules = List.copyOf(rules);
    }
}
