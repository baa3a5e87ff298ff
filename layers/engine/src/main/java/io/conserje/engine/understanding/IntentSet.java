package io.conserje.engine.understanding;

import io.conserje.engine.Intents;
import java.util.List;
import java.util.Set;

/** Which intents there are, and how they stand to each other. */
final class IntentSet {
    /** Said beside what is wanted: they never lead. */
    static final List<String> SOCIAL = List.of(Intents.THANKS, Intents.BYE, Intents.GREET);

    /** One thing is done to an appointment at a time, unless the words for both are there. */
    static final Set<String> DONE_TO_ONE =
            Set.of(
                    Intents.BOOK,
                    Intents.CHANGE,
                    Intents.CANCEL,
                    Intents.BOOKINGS,
                    Intents.AVAILABILITY,
                    Intents.WAIT_LIST);

    private static final Set<String> OF_THE_DESK =
            Set.of(
                    Intents.GREET,
                    Intents.THANKS,
                    Intents.MENU,
                    Intents.PERSON,
                    Intents.BOOK,
                    Intents.CHANGE,
                    Intents.CANCEL,
                    Intents.BOOKINGS,
                    Intents.AVAILABILITY,
                    Intents.WAIT_LIST,
                    Intents.SERVICES,
                    Intents.PROFESSIONALS,
                    Intents.COMPLAINT,
                    Intents.YES,
                    Intents.NO,
                    Intents.BYE);

    private IntentSet() {}

    static boolean ofTheDesk(String intent) {
        return OF_THE_DESK.contains(intent);
    }
}
