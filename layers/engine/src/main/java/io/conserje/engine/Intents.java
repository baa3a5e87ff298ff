package io.conserje.engine;

import java.util.Set;

/**
 * What a customer may want of the desk itself, whatever the business is. Also the ids of the
 * options it offers.
 */
public final class Intents {
    public static final String GREET = "greet";
    public static final String THANKS = "thanks";
    public static final String MENU = "menu";
    public static final String PERSON = "person";

    /**
     * These two count only when they are the whole message: "me baja la presión" asks nobody to
     * stop.
     */
    public static final String STOP = "stop";

    public static final String START = "start";

    /** To make an appointment. */
    public static final String BOOK = "book";

    /** To have it at another time, of another kind or with somebody else. */
    public static final String CHANGE = "change";

    public static final String CANCEL = "cancel";

    /** To hear which appointments they have. */
    public static final String BOOKINGS = "bookings";

    /** To hear what is free, without wanting it yet. */
    public static final String AVAILABILITY = "availability";

    /** To be told when a time is freed. */
    public static final String WAIT_LIST = "wait-list";

    /** To hear what can be booked. */
    public static final String SERVICES = "services";

    /** To hear who works here. */
    public static final String PROFESSIONALS = "professionals";

    public static final String COMPLAINT = "complaint";
    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String BYE = "bye";

    /** All of them. */
    public static final Set<String> ALL =
            Set.of(
                    GREET,
                    THANKS,
                    MENU,
                    PERSON,
                    STOP,
                    START,
                    BOOK,
                    CHANGE,
                    CANCEL,
                    BOOKINGS,
                    AVAILABILITY,
                    WAIT_LIST,
                    SERVICES,
                    PROFESSIONALS,
                    COMPLAINT,
                    YES,
                    NO,
                    BYE);

    private Intents() {}
}
