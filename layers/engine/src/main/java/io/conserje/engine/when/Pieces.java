package io.conserje.engine.when;

import io.conserje.engine.when.Mention.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a text from left to right for phrases that tell when; at each place the longest counts. */
final class Pieces {
    private static final List<Phrase<When>> PHRASES =
            List.of(
                    Clocks::at,
                    ClockRanges::at,
                    Relatives::at,
                    DayPhrases::at,
                    Durations::at,
                    Parts::at);
    private static final Set<String> TO_CLOCK = Set.of("a", "at", "tipo", "sobre");
    private static final Set<String> OR = Set.of("o", "or", "y", "u", "/");

    private Pieces() {}

    static List<Piece> in(Text text) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < text.size()) {
            Found<When> found = text.word(i).isEmpty() ? null : at(text, i, pieces);
            if (found == null) {
                i++;
            } else {
                pieces.add(new Piece(i, found.next(), found.value(), Role.AT));
                i = found.next();
            }
        }
        return pieces;
    }

    private static @Nullable Found<When> at(Text text, int i, List<Piece> before) {
        Found<When> found = DayPhrases.longest(PHRASES, text, i);
        if (found != null || before.isEmpty()) {
            return found;
        }
        Piece last = before.getLast();
        if (last.hasDay() && !last.hasClock() && last.to() == i) {
            Found<When> part = Parts.afterDay(text, i);
            if (part != null) {
                return part;
            }
        }
        boolean afterDay =
                last.hasDay() && last.to() == i - 1 && text.in(i - 1, TO_CLOCK) && !last.hasClock();
        boolean afterClock =
                last.when().clock() instanceof ClockWords.Time
                        && last.to() == i - 1
                        && text.in(i - 1, OR);
        return afterDay || afterClock ? Clocks.goingOn(text, i) : null;
    }
}
