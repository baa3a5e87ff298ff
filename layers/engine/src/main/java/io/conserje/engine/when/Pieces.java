package io.conserje.engine.when;

import io.conserje.engine.when.Mention.Role;
import java.time.LocalDate;
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

    /** "Not this week, the next". */
    private static final PhraseTable<Boolean> NEXT_ONE =
            new PhraseTable<Boolean>()
                    .with(true, "la siguiente", "la que viene", "la otra", "la proxima")
                    .with(true, "the next", "the next one", "the following", "the one after")
                    .with(true, "the week after", "the following one", "la que sigue");

    private Pieces() {}

    private static boolean isWeek(Days days) {
        return days.from().plusDays(6).equals(days.to());
    }

    static List<Piece> in(Text text) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < text.size()) {
            Found<When> found = mayBegin(text, i) ? at(text, i, pieces) : null;
            if (found == null) {
                i++;
            } else {
                pieces.add(new Piece(i, found.next(), found.value(), Role.AT));
                i = found.next();
            }
        }
        return pieces;
    }

    private static boolean mayBegin(Text text, int i) {
        Token token = text.token(i);
        return !token.barred() && (token.isWord() || token.isNumber() || token.word().equals("@"));
    }

    private static @Nullable Found<When> at(Text text, int i, List<Piece> before) {
        Found<When> found = DayPhrases.longest(PHRASES, text, i);
        Found<When> more = before.isEmpty() ? null : after(text, i, before.getLast());
        boolean isMore = more != null && (found == null || more.next() >= found.next());
        return isMore ? more : found;
    }

    /** What tells when only because something before it does. */
    private static @Nullable Found<When> after(Text text, int i, Piece last) {
        boolean near = last.to() == i;
        Found<Boolean> next = i - last.to() <= 1 ? NEXT_ONE.at(text, i) : null;
        if (next != null && last.when().day() instanceof DayWords.Run run && isWeek(run.days())) {
            LocalDate from = run.days().from().plusWeeks(1);
            return new Found<>(
                    When.day(DayWords.Run.of(from, run.days().to().plusWeeks(1))), next.next());
        }
        boolean linked = last.to() == i - 1;
        if (last.hasDay() && !last.hasClock()) {
            Found<When> part = near ? Parts.afterDay(text, i) : null;
            boolean isNext = near || linked && text.is(i - 1, ",");
            Found<When> window = isNext ? ClockRanges.loose(text, i) : null;
            Found<ClockWords.Time> digits = near ? ClockBody.afterDay(text, i) : null;
            if (digits != null) {
                return new Found<>(When.clock(digits.value()), digits.next());
            }
            if (part != null || window != null) {
                return part == null ? window : part;
            }
        }
        if (linked && last.when().day() instanceof DayWords.Date date && !last.hasClock()) {
            Found<When> day = text.in(i - 1, OR) ? alsoOn(text, i, date) : null;
            if (day != null) {
                return day;
            }
        }
        boolean afterDay = linked && text.in(i - 1, TO_CLOCK) && last.hasDay() && !last.hasClock();
        boolean afterClock =
                linked && text.in(i - 1, OR) && last.when().clock() instanceof ClockWords.Time;
        return afterDay || afterClock ? Clocks.goingOn(text, i) : null;
    }

    /** "El 24 o 25". */
    private static @Nullable Found<When> alsoOn(Text text, int i, DayWords.Date date) {
        boolean isDay =
                text.value(i) > 0
                        && text.value(i) <= 31
                        && !Numerals.isCounted(text, i + 1)
                        && !text.is(i + 1, ":")
                        && Parts.suffix(text, i + 1) == null;
        return isDay
                ? new Found<>(
                        When.day(new DayWords.Date(text.value(i), date.month(), date.year(), null)),
                        i + 1)
                : null;
    }
}
