package io.conserje.model;

/**
 * How many messages of one account may leave in any 24 hours, where a provider does not refuse what
 * is too much but bans who sends it.
 *
 * @param all of any kind
 * @param unasked that nobody asked for
 * @param firsts to contacts who never wrote to us
 */
public record DailyCaps(int all, int unasked, int firsts) {
    public DailyCaps {
        require("all", all);
        require("unasked", unasked);
        require("firsts", firsts);
    }

    private static void require(String name, int cap) {
        if (cap < 1) {
            throw new IllegalArgumentException(name + " is " + cap + ": it is at least 1");
        }
    }
}
