package io.conserje.engine;

import java.util.List;

/** Reads what a customer wants out of what they wrote. */
interface Understanding {

    /**
     * The names of what is asked for, in the order of the text: topics of the business and the
     * intents of the desk.
     */
    List<String> read(String text);
}
