package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing.Asked;

/** How the sets write what was asked for, and of which business. */
final class Words {
    private Words() {}

    static Asked asked(String word) {
        return switch (word) {
            case "nothing" -> Asked.NOTHING;
            case "service" -> Asked.SERVICE;
            case "professional" -> Asked.PROFESSIONAL;
            case "day" -> Asked.DAY;
            case "clock" -> Asked.CLOCK;
            case "name" -> Asked.NAME;
            case "party" -> Asked.PARTY;
            case "confirm" -> Asked.CONFIRMATION;
            case "choice" -> Asked.CHOICE;
            default ->
                    throw new IllegalArgumentException(
                            "'"
                                    + word
                                    + "' is none of nothing, service, professional, day, clock,"
                                    + " name, party, confirm, choice");
        };
    }

    /** The demo projects are what the sets talk to. */
    static String project(String id) {
        if (!id.equals("demo") && !id.equals("school")) {
            throw new IllegalArgumentException("'" + id + "' is neither demo nor school");
        }
        return id;
    }
}
