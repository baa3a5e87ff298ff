package io.conserje.engine.dialogue;

import io.conserje.engine.Business;
import io.conserje.engine.Intents;
import io.conserje.engine.understanding.Reading;
import java.util.List;
import java.util.Set;

/**
 * What somebody said, and how they said it.
 *
 * @param manners which ways of saying it were used
 * @param answered the topics of the business that it asked for and that were answered already, so
 *     that only what surely is about an appointment counts
 */
public record Heard(Reading reading, Set<Manner> manners, Set<String> answered) {

    /** How something is said; which words show it is {@code manner.*} of the lexicon. */
    public enum Manner {
        /** "También", "another": it is about something else besides. */
        ALSO("also"),
        /** "A la misma hora": as the appointment that is spoken of. */
        SAME_TIME("same-time"),
        /** "Cualquiera me sirve", and no more than that. */
        ANY_TIME("any-time"),
        /** "Anula la cita", and not only "anula". */
        THE_APPOINTMENT("the-appointment"),
        /** "Olvídelo": what is open is not wanted any more. */
        LEAVE_IT("leave-it");

        private final String cue;

        Manner(String cue) {
            this.cue = "manner." + cue;
        }

        public String cue() {
            return cue;
        }
    }

    private static final List<String> OF_APPOINTMENTS =
            List.of(
                    Intents.BOOK,
                    Intents.CHANGE,
                    Intents.CANCEL,
                    Intents.WAIT_LIST,
                    Intents.BOOKINGS);

    public Heard {
        manners = Set.copyOf(manners);
        answered = Set.copyOf(answered);
    }

    /** Yes, and nothing else that would be done or undone: only this confirms anything. */
    public static boolean agrees(Reading reading) {
        boolean more =
                Told.isNews(reading)
                        || reading.otherwise()
                        || reading.sooner() != 0
                        || reading.ordinal().isPresent()
                        || reading.wants(Intents.NO)
                        || OF_APPOINTMENTS.stream()
                                .filter(it -> !it.equals(Intents.BOOK))
                                .anyMatch(reading::wants);
        return reading.wants(Intents.YES) && !more;
    }

    boolean is(Manner manner) {
        return manners.contains(manner);
    }

    /**
     * Whether anything in it is about an appointment. "Wait, at what time do you open on
     * Saturdays?" takes nothing back, and its Saturday is part of the question.
     */
    boolean isAboutAppointments(boolean open) {
        if (answered.isEmpty() || OF_APPOINTMENTS.stream().anyMatch(reading::wants)) {
            return true;
        }
        boolean hours = answered.contains(Business.HOURS) && !tellsClock();
        boolean moves = reading.otherwise() || reading.wants(Intents.AVAILABILITY);
        return (moves && !hours) || (open && reading.wants(Intents.YES));
    }

    private boolean tellsClock() {
        return reading.times().stream().anyMatch(time -> time.clock().isPresent());
    }
}
