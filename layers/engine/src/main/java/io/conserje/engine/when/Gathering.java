package io.conserje.engine.when;

import io.conserje.engine.when.Mention.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a day and the time of that day together where nothing but small words is between them. */
final class Gathering {
    private static final Set<String> LINKS =
            Set.of(
                    ",",
                    "a",
                    "el",
                    "en",
                    "la",
                    "de",
                    "del",
                    "por",
                    "sobre",
                    "at",
                    "on",
                    "in",
                    "the",
                    "of",
                    "como",
                    "tipo",
                    "@",
                    "-",
                    "maybe",
                    "quizas",
                    "preferiblemente",
                    "preferably",
                    "(",
                    "say",
                    "digamos",
                    "quiza",
                    "tal",
                    "vez",
                    "around",
                    "about",
                    "pero",
                    "for",
                    "para");
    private static final Set<String> AND = Set.of("and", "y", "but", "pero");
    private static final PhraseTable<Boolean> FILLERS =
            new PhraseTable<Boolean>()
                    .with(true, "si puede ser", "si es posible", "por favor", "please", "porfa")
                    .with(true, "if possible", "mas o menos", "a ser posible", "mejor si es")
                    .with(true, "instead", "if poss", "pls", "plz", "then", "si se puede")
                    .with(true, "slot", "appointment", "appt", "opening", "class", "lesson")
                    .with(true, ", but", ", pero", "only", "solo", "just", "entonces");
    private static final int MOST_LINKS = 6;

    private Gathering() {}

    static List<Piece> of(Text text, List<Piece> pieces) {
        List<Piece> gathered = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = gathered.isEmpty() ? null : gathered.getLast();
            Piece both = last == null ? null : together(text, last, piece);
            if (both != null) {
                gathered.removeLast();
            }
            gathered.add(both == null ? piece : both);
        }
        return gathered;
    }

    private static @Nullable Piece together(Text text, Piece one, Piece other) {
        boolean apart = one.role() != Role.AT && other.role() != Role.AT;
        if (apart || !isLinked(text, one.to(), other.from()) && !isWindow(text, one, other)) {
            return null;
        }
        When when = together(text, one, other, one.when(), other.when());
        Role role = one.role() == Role.AT ? other.role() : one.role();
        return when == null ? null : new Piece(one.from(), other.to(), when, role);
    }

    /** "After 5 and before 7". */
    private static boolean isWindow(Text text, Piece one, Piece other) {
        return other.from() == one.to() + 1
                && text.in(one.to(), AND)
                && ClocksTogether.isWindow(one.when().clock(), other.when().clock());
    }

    private static boolean isLinked(Text text, int from, int to) {
        if (to - from > MOST_LINKS) {
            return false;
        }
        int i = from;
        while (i < to) {
            int filler = FILLERS.skip(text, i);
            int next = filler > i ? filler : text.skip(i, LINKS);
            if (next == i) {
                return false;
            }
            i = next;
        }
        return i == to;
    }

    private static @Nullable When together(
            Text text, Piece first, Piece second, When one, When other) {
        DayWords day = one.day() == null ? other.day() : one.day();
        if (one.day() != null && other.day() != null) {
            day = DaysTogether.of(text, first, second, one.day(), other.day());
            if (day == null) {
                return null;
            }
        }
        ClockWords clock = one.clock() == null ? other.clock() : one.clock();
        if (one.clock() != null && other.clock() != null) {
            clock = ClocksTogether.of(one.clock(), other.clock());
            if (clock == null) {
                return null;
            }
        }
        return new When(day, clock);
    }
}
