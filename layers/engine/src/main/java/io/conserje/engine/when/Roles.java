package io.conserje.engine.when;

import io.conserje.engine.when.Mention.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells what each time is to the sentence: moved from, moved to, not wanted, or just when. */
final class Roles {
    private static final Set<String> APPOINTMENTS =
            Set.of(
                    "appointment",
                    "appt",
                    "booking",
                    "reservation",
                    "class",
                    "lesson",
                    "session",
                    "slot",
                    "one",
                    "cita",
                    "turno",
                    "reserva",
                    "clase",
                    "hora",
                    "sesion");
    private static final Set<String> MINE = Set.of("my", "the", "our", "that", "mi", "la", "el");
    private static final Set<String> HAVE =
            Set.of(
                    "tengo",
                    "tenia",
                    "tenemos",
                    "teniamos",
                    "have",
                    "had",
                    "booked",
                    "got",
                    "reserve");
    private static final Set<String> FROM = Set.of("de", "del", "desde", "from", "of");
    private static final Set<String> TO = Set.of("a", "al", "to", "para", "onto", "until", "hasta");
    private static final Set<String> STOPS = Set.of(",", ".", ";", "!", "?", "\n", "", "y", "and");
    private static final int NEAR = 6;

    private Roles() {}

    static List<Piece> of(Text text, List<Piece> pieces, boolean change) {
        List<Piece> told = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            told.add(pieces.get(i).as(role(text, pieces, i, change)));
        }
        if (change) {
            rest(text, told);
        }
        return told;
    }

    private static Role role(Text text, List<Piece> pieces, int i, boolean change) {
        Piece piece = pieces.get(i);
        if (Refusals.isRefused(text, piece)) {
            return Role.NOT;
        }
        if (piece.role() != Role.AT) {
            return piece.role();
        }
        boolean isInstead =
                isEnVez(text, piece.from() - 1)
                        || isEnVez(text, piece.from() - 2)
                        || text.is(piece.from() - 2, "instead")
                        || text.is(piece.from() - 2, "rather") && text.is(piece.from() - 1, "than");
        if (isInstead || isHeld(text, piece.from())) {
            return Role.FROM;
        }
        if (!change) {
            return text.is(piece.from(), "al") && piece.hasDay() ? Role.TO : Role.AT;
        }
        if (leads(text, piece, FROM) || isAppointmentOf(text, pieces, i)) {
            return Role.FROM;
        }
        boolean isBetter = text.is(piece.from() - 1, "mejor");
        return isBetter || leads(text, piece, TO) ? Role.TO : Role.AT;
    }

    /** "En vez del lunes"; "hay lugar mañana" moves nothing. */
    private static boolean isEnVez(Text text, int i) {
        return text.any(i, "vez", "lugar") && text.is(i - 1, "en");
    }

    private static boolean leads(Text text, Piece piece, Set<String> words) {
        return text.in(piece.from(), words) || text.in(piece.from() - 1, words);
    }

    /** "La que tengo el jueves", "the appointment I have on Tuesday". */
    private static boolean isHeld(Text text, int from) {
        for (int i = from - 1; i >= from - 3; i--) {
            if (text.in(i, HAVE)) {
                boolean that = text.is(i - 1, "que");
                boolean mine =
                        text.any(i - 1, "i", "we")
                                && (text.in(i - 2, APPOINTMENTS)
                                        || text.is(i - 2, "that")
                                        || text.is(i - 2, "which"));
                return (that && !text.any(i - 2, "es", "creo", "digo")) || mine;
            }
            if (text.in(i, STOPS)) {
                return false;
            }
        }
        return false;
    }

    /** "My Tuesday appointment", "my appointment on Tuesday", "tengo cita el jueves". */
    private static boolean isAppointmentOf(Text text, List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        boolean isMine =
                text.in(piece.from() - 1, MINE)
                        || text.in(piece.from(), MINE)
                        || text.isPossessive(piece.to() - 1);
        if (text.in(piece.to(), APPOINTMENTS) && isMine) {
            return true;
        }
        int before =
                text.any(piece.from() - 1, "on", "for", "at") ? piece.from() - 2 : piece.from() - 1;
        // "Thursday's appointment for Monday" belongs to the one before.
        boolean isOthers = at > 0 && pieces.get(at - 1).to() == before;
        if (pieces.size() > 1 && text.in(before, APPOINTMENTS) && !isOthers) {
            return true;
        }
        for (int i = piece.from() - 1; i >= piece.from() - NEAR; i--) {
            if (text.in(i, HAVE)) {
                return true;
            }
            if (text.in(i, STOPS) || text.in(i, TO)) {
                return false;
            }
        }
        return false;
    }

    /** "Cambiar el martes por el jueves": the first is left, the second is wanted. */
    private static void rest(Text text, List<Piece> told) {
        for (int i = 0; i + 1 < told.size(); i++) {
            Piece one = told.get(i);
            Piece next = told.get(i + 1);
            boolean forIt =
                    next.role() == Role.AT
                            && (text.any(next.from() - 1, "por", "for", "with", "con"));
            if (forIt && one.role() != Role.NOT) {
                told.set(i + 1, next.as(Role.TO));
            }
            if (one.role() == Role.AT && told.get(i + 1).role() == Role.TO) {
                told.set(i, one.as(Role.FROM));
            }
            if (one.role() == Role.FROM && told.get(i + 1).role() == Role.AT) {
                told.set(i + 1, next.as(Role.TO));
            }
        }
    }
}
