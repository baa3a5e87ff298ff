package io.conserje.local.release;

import java.net.URI;

/** The route of a stage that says which release answers. */
@FunctionalInterface
public interface Health {
    /**
     * @param release empty when nothing usable was said
     * @param word the route's own, or why there is none
     */
    record Said(String release, String word) {}

    Said ask(URI route);
}
