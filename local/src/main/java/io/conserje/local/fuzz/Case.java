package io.conserje.local.fuzz;

import java.util.List;

/**
 * What is played as one, on a system where nothing has happened yet.
 *
 * @param why it is kept, or the seed that it comes from
 * @param apart whether everything is worked off between two requests, or only in the end
 */
public record Case(String why, boolean apart, List<Request> requests) {
    public Case {
        requests = List.copyOf(requests);
    }

    Case with(List<Request> others) {
        return new Case(why, apart, others);
    }
}
