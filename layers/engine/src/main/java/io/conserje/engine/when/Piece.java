package io.conserje.engine.when;

import io.conserje.engine.when.Mention.Role;

/**
 * What stands from one token to another.
 *
 * @param to exclusive
 */
record Piece(int from, int to, When when, Role role) {

    Piece as(Role role) {
        return new Piece(from, to, when, role);
    }

    boolean hasDay() {
        return when.day() != null;
    }

    boolean hasClock() {
        return when.clock() != null;
    }
}
