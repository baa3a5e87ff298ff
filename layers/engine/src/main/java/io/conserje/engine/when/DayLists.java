package io.conserje.engine.when;

import io.conserje.engine.when.DayWords.Which;
import io.conserje.engine.when.Mention.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Days told in a row share what is said once: "Thursday or Friday next week", "el 24 o 25". */
final class DayLists {
    private static final Set<String> AND = Set.of("or", "and", "o", "y", "u", "e", "/", "&", ",");

    private DayLists() {}

    static List<Piece> of(Text text, List<Piece> pieces) {
        List<Piece> shared = new ArrayList<>(pieces);
        for (int i = shared.size() - 2; i >= 0; i--) {
            if (isList(text, shared.get(i), shared.get(i + 1))) {
                shared.set(i, shared(shared.get(i), shared.get(i + 1)));
            }
            if (text.in(shared.get(i).to(), AND)
                    && shared.get(i + 1).from() == shared.get(i).to() + 1) {
                shared.set(i, sameHalf(shared.get(i), shared.get(i + 1)));
            }
        }
        for (int i = 1; i < shared.size(); i++) {
            if (isList(text, shared.get(i - 1), shared.get(i))) {
                shared.set(i, after(text, shared.get(i - 1), shared.get(i)));
            }
        }
        return shared;
    }

    private static boolean isList(Text text, Piece one, Piece next) {
        return next.from() == one.to() + 1
                && text.in(one.to(), AND)
                && one.role() == Role.AT
                && next.role() == Role.AT
                && one.hasDay()
                && next.hasDay();
    }

    /** "4 or 5 pm": both are after noon. */
    private static Piece sameHalf(Piece piece, Piece next) {
        if (piece.when().clock() instanceof ClockWords.Time time
                && next.when().clock() instanceof ClockWords.Time other
                && time.part() == null
                && !time.sure()
                && other.part() != null
                && time.isPossible()
                && other.part().hour(time.hour()) <= other.part().hour(other.hour())) {
            When when = new When(piece.when().day(), time.in(other.part()));
            return new Piece(piece.from(), piece.to(), when, piece.role());
        }
        return piece;
    }

    /** The week and the month are said once for both. */
    private static Piece shared(Piece piece, Piece other) {
        DayWords told = other.when().day();
        DayWords words = piece.when().day();
        if (words instanceof DayWords.OfWeek of
                && of.which() == Which.PLAIN
                && told instanceof DayWords.InWeek in) {
            return on(piece, new DayWords.InWeek(in.monday(), of.day()));
        }
        boolean isOfMonth =
                words instanceof DayWords.Date date
                        && date.month() == 0
                        && told instanceof DayWords.Date of
                        && of.month() > 0
                        && (of.day() > date.day()) == (other.from() > piece.from());
        return isOfMonth && words instanceof DayWords.Date date && told instanceof DayWords.Date of
                ? on(piece, date.in(of.month(), of.year()))
                : piece;
    }

    /** Of two days of a month the second comes after the first: on the 25th, "el 24 o el 25". */
    private static Piece after(Text text, Piece before, Piece piece) {
        Piece same = shared(piece, before);
        boolean isLater =
                same.when().day() instanceof DayWords.Date date
                        && date.month() == 0
                        && before.when().day() instanceof DayWords.Date first
                        && first.month() == 0
                        && first.day() < date.day();
        if (!isLater
                || !(same.when().day() instanceof DayWords.Date date)
                || !(before.when().day() instanceof DayWords.Date first)) {
            return same;
        }
        DayWords.Run run = Reckoner.run(text, first);
        return Reckoner.isNever(run) ? same : on(same, Reckoner.run(date, run.days().to()));
    }

    private static Piece on(Piece piece, DayWords day) {
        return new Piece(
                piece.from(), piece.to(), new When(day, piece.when().clock()), piece.role());
    }
}
