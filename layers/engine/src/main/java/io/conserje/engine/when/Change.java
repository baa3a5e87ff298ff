package io.conserje.engine.when;

import io.conserje.engine.when.Mention.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sentences that move something: in them "from Tuesday to Friday" is no run of days. */
final class Change {
    private static final List<String> STEMS =
            List.of(
                    "cambi",
                    "muev",
                    "reprogram",
                    "reagend",
                    "traslad",
                    "aplaz",
                    "pospon",
                    "adelant",
                    "retras",
                    "resched",
                    "postpon",
                    "recorr",
                    "delay");
    private static final Set<String> VERBS =
            Set.of(
                    "pasar",
                    "pasarla",
                    "pasarlo",
                    "pasame",
                    "pasamela",
                    "pasamelo",
                    "pasala",
                    "pasalo",
                    "pasarme",
                    "pasarmela",
                    "pasamos",
                    "pasemos",
                    "pasen",
                    "pase",
                    "pasas",
                    "pasenla",
                    "pasenme",
                    "mover",
                    "moverla",
                    "moverlo",
                    "moverme",
                    "movemos",
                    "moveme",
                    "movela",
                    "move",
                    "moved",
                    "moving",
                    "change",
                    "changed",
                    "changing",
                    "switch",
                    "swap",
                    "shift",
                    "push",
                    "pushed",
                    "transfer",
                    "correr",
                    "correla",
                    "correme",
                    "bring",
                    "movamos");

    private Change() {}

    static boolean isWantedIn(Text text) {
        for (int i = 0; i < text.size(); i++) {
            String word = text.word(i);
            if (text.is(i - 1, "en") || word.equals("adelante")) {
                // "En adelante", "en cambio".
                continue;
            }
            boolean putOff = word.equals("off") && (text.is(i - 1, "put") || text.is(i - 2, "put"));
            if (putOff || VERBS.contains(word) || STEMS.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** Each "from one to the other" as the two that it is. */
    static List<Piece> parted(Text text, List<Piece> pieces) {
        List<Piece> parted = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.when().day() instanceof DayWords.Span span && !span.closed()) {
                parted.add(new Piece(piece.from(), span.middle(), When.day(from(span)), Role.FROM));
                parted.add(new Piece(span.middle(), piece.to(), When.day(span.to()), Role.TO));
            } else if (piece.when().clock() instanceof ClockWords.Window window
                    && window.middle() > 0
                    && !isLedTo(text, piece)
                    && window.from() != null
                    && window.to() != null) {
                When from = When.clock(window.from());
                parted.add(new Piece(piece.from(), window.middle(), from, Role.FROM));
                When to = When.clock(window.to());
                parted.add(new Piece(window.middle(), piece.to(), to, Role.TO));
            } else {
                parted.add(piece);
            }
        }
        return parted;
    }

    /** "To Friday from 3 to 5" is where all of it is moved to. */
    private static boolean isLedTo(Text text, Piece piece) {
        return piece.hasDay()
                && (text.any(piece.from() - 1, "to", "for", "onto", "para", "al")
                        || text.any(piece.from(), "para", "al"));
    }

    private static DayWords from(DayWords.Span span) {
        boolean isOpen =
                span.from() instanceof DayWords.Date from
                        && from.month() == 0
                        && span.to() instanceof DayWords.Date;
        return isOpen
                        && span.from() instanceof DayWords.Date from
                        && span.to() instanceof DayWords.Date to
                ? from.in(to.month(), to.year())
                : span.from();
    }
}
