package io.conserje.application.booking;

/** What became of something that was due. */
public enum Became {
    /** A reminder is on its way. */
    REMINDED,
    /** A hold that had ended is released. */
    RELEASED,
    /** A free time is kept for, and offered to, the next in line. */
    OFFERED,
    /** These are quiet hours: it is due when they are over. */
    POSTPONED,
    /** There was nothing to be done any more. */
    DROPPED,
    /** Somebody else was at it: it stays as they left it. */
    OVERTAKEN,
    /** It could not be done, and is tried again the next time. */
    FAILED
}
