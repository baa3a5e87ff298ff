package io.conserje.local.simulation;

/** The process is gone. Not an exception, because nothing that is written for one may see it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process died", null, false, false);
    }
}
