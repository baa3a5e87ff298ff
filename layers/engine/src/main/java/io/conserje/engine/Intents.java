package io.conserje.engine;

import java.util.List;

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

    static final List<String> OF_THE_DESK = List.of(GREET, THANKS, MENU, PERSON);

    private Intents() {}
}
