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

    /** These two are rules of their own, for whole messages. */
    private static final Set<String> WHOLE = Set.of(Intents.STOP, Intents.START);

    private IntentSet() {}

    static boolean ofTheDesk(String intent) {
        return Intents.ALL.contains(intent) && !WHOLE.contains(intent);
    }
}
