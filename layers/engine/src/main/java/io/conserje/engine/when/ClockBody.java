package io.conserje.engine.when;

import io.conserje.engine.when.ClockWords.Time;
import io.conserje.engine.when.Reckoning.Asked;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hours and minutes, without what leads to them. */
final class ClockBody {
    private static final PhraseTable<Integer> NAMED =
            new PhraseTable<Integer>()
                    .with(12, "noon", "midday", "mediodia", "medio dia", "noonish", "mid day")
                    .with(0, "midnight", "medianoche", "media noche");
    private static final PhraseTable<Integer> MINUTES =
            new PhraseTable<Integer>()
                    .with(15, "cuarto", "un cuarto", "quarter", "a quarter")
                    .with(30, "half", "media");
    private static final Set<String> TO = Set.of("to", "til", "till");
    private static final Set<String> PAST = Set.of("past");
    private static final Set<String> LAS = Set.of("las", "la");
    private static final Set<String> HOURS = Set.of("h", "hs", "hrs", "hr");
    private static final Set<String> OCLOCK = Set.of("oclock", "sharp");
    private static final int MOST_MINUTES = 59;

    private ClockBody() {}

    /**
     * @param trusted whether what leads to it tells that a time follows
     */
    static @Nullable Found<Time> at(Text text, int i, boolean trusted) {
        Memo<Time> known = trusted ? text.trustedClocks : text.clocks;
        return known.at(i, () -> look(text, i, trusted));
    }

    private static @Nullable Found<Time> look(Text text, int i, boolean trusted) {
        Found<Time> named = named(text, i);
        if (named != null) {
            return named;
        }
        Found<Time> time = minutesFirst(text, i, trusted);
        time = time == null ? inDigits(text, i, trusted) : time;
        time = time == null ? hourFirst(text, i, trusted) : time;
        return time == null ? null : withHalf(text, i, time, trusted);
    }

    static @Nullable Found<Time> named(Text text, int i) {
        Found<Integer> named = NAMED.at(text, i);
        if (named == null) {
            return null;
        }
        boolean around = text.is(i, "noonish");
        return new Found<>(new Time(named.value(), 0, true, null, around), named.next());
    }

    /** "Quarter to six", "25 to 7", "cuarto para las seis", "half past five". */
    private static @Nullable Found<Time> minutesFirst(Text text, int i, boolean trusted) {
        Found<Integer> word = MINUTES.at(text, i);
        Found<Integer> minutes = word == null ? Numerals.number(text, i) : word;
        if (minutes == null || minutes.value() < 1 || minutes.value() > MOST_MINUTES) {
            return null;
        }
        boolean isHour = word == null && minutes.value() <= 12 && text.value(i) >= 0;
        int j = minutes.next();
        j = text.is(j, "minutos") || text.is(j, "minutes") ? j + 1 : j;
        if (text.in(j, TO) && (!isHour || trusted)) {
            return before(Numerals.simple(text, j + 1), minutes.value());
        }
        if (text.is(j, "para") && text.in(j + 1, LAS)) {
            return before(Numerals.simple(text, j + 2), minutes.value());
        }
        if (text.in(j, PAST) || word != null && text.is(j, "after")) {
            return after(Numerals.simple(text, j + 1), minutes.value());
        }
        boolean isHalfFive = text.is(i, "half") && Numerals.number(text, i + 1) != null;
        return isHalfFive ? after(Numerals.simple(text, i + 1), 30) : null;
    }

    private static @Nullable Found<Time> before(@Nullable Found<Integer> hour, int minutes) {
        if (hour == null || hour.value() > 24 || hour.value() == 0) {
            return null;
        }
        int before = hour.value() == 1 ? 12 : hour.value() - 1;
        return new Found<>(new Time(before, 60 - minutes, false, null, false), hour.next());
    }

    private static @Nullable Found<Time> after(@Nullable Found<Integer> hour, int minutes) {
        return hour == null || hour.value() > 24
                ? null
                : new Found<>(new Time(hour.value(), minutes, false, null, false), hour.next());
    }

    /** "5:30", "17.30", "17h30", "17 h". */
    private static @Nullable Found<Time> inDigits(Text text, int i, boolean trusted) {
        int hour = text.value(i);
        if (hour < 0) {
            return null;
        }
        boolean sure = text.token(i).word().startsWith("0");
        if (text.digits(i) > 2) {
            return unmarked(text, i, trusted);
        }
        boolean glued = text.isGlued(i + 1) && text.isGlued(i + 2) && text.digits(i + 2) == 2;
        if (glued && (text.is(i + 1, ":") || text.is(i + 1, "h"))) {
            boolean isTime = trusted || hour < 30;
            int next = text.is(i + 3, ":") && text.digits(i + 4) == 2 ? i + 5 : i + 3;
            return isTime ? time(hour, text.value(i + 2), sure, next) : null;
        }
        if (glued && (text.is(i + 1, ".") || text.is(i + 1, ",") && trusted)) {
            boolean isDate = !trusted && text.value(i + 2) % 5 != 0 && !text.isAsked(Asked.CLOCK);
            boolean isTime = hour < 24 && text.value(i + 2) < 60 && !isDate;
            return isTime ? time(hour, text.value(i + 2), sure, i + 3) : null;
        }
        if (trusted && text.is(i + 1, "h") && text.digits(i + 2) == 2) {
            return time(hour, text.value(i + 2), true, i + 3);
        }
        boolean isHours =
                text.in(i + 1, HOURS) && (trusted || hour >= 7)
                        || trusted && (text.is(i + 1, "horas") || text.is(i + 1, "hours"));
        return isHours ? time(hour, 0, hour > 12 || sure, i + 2) : null;
    }

    /** "At 1730", "530pm", "0900 hrs". */
    private static @Nullable Found<Time> unmarked(Text text, int i, boolean trusted) {
        int said = text.value(i);
        boolean marked = text.in(i + 1, HOURS);
        boolean evident = marked || Parts.half(text, i + 1) != null;
        boolean likely = (trusted || text.isAsked(Asked.CLOCK)) && said % 5 == 0;
        boolean isTime = evident || likely && said % 100 <= MOST_MINUTES || trusted;
        if (!isTime || text.digits(i) > 4 || text.digits(i) == 3 && said % 100 > MOST_MINUTES) {
            return null;
        }
        boolean sure = marked || text.token(i).word().startsWith("0");
        return time(said / 100, said % 100, sure, i + 1);
    }

    /** "Monday 0900": four digits where a day was said just before. */
    static @Nullable Found<Time> afterDay(Text text, int i) {
        int said = text.value(i);
        boolean isTime = text.digits(i) == 4 && said % 5 == 0 && said % 100 <= MOST_MINUTES;
        return isTime && said >= 600 && said < 2200
                ? time(said / 100, said % 100, true, i + 1)
                : null;
    }

    private static @Nullable Found<Time> hourFirst(Text text, int i, boolean trusted) {
        Found<Integer> whole = Numerals.number(text, i);
        Found<Integer> hour =
                whole != null && whole.value() > 24 ? Numerals.simple(text, i) : whole;
        if (hour == null || hour.value() > 24 && !trusted) {
            return null;
        }
        int next = hour.next();
        boolean sure = text.value(i) >= 0 && text.token(i).word().startsWith("0");
        if (text.is(next, "y") || text.is(next, "con") && trusted) {
            Found<Integer> minutes = minutes(text, next + 1, trusted);
            if (minutes != null) {
                return time(hour.value(), minutes.value(), sure, minutes.next());
            }
        }
        if (text.is(next, "menos")) {
            Found<Integer> minutes = minutes(text, next + 1, true);
            if (minutes != null && minutes.value() > 0) {
                return before(new Found<>(hour.value(), minutes.next()), minutes.value());
            }
        }
        Found<Integer> inWords = minutesInWords(text, i, hour, next);
        if (inWords != null) {
            return time(hour.value(), inWords.value(), sure, inWords.next());
        }
        Found<Integer> minutes = Numerals.number(text, next);
        boolean hasMinutes =
                minutes != null
                        && minutes.value() <= MOST_MINUTES
                        && (text.digits(next) == 2 || minutes.value() >= 10 && text.digits(i) == 0)
                        && !Numerals.isCounted(text, minutes.next())
                        && (trusted
                                || text.isAsked(Asked.CLOCK)
                                || Parts.suffix(text, minutes.next()) != null);
        return hasMinutes && minutes != null && hour.value() <= 24
                ? time(hour.value(), minutes.value(), sure, minutes.next())
                : time(hour.value(), 0, sure, next);
    }

    /** "Four thirty", "nine-fifteen", "cinco treinta". */
    private static @Nullable Found<Integer> minutesInWords(
            Text text, int i, Found<Integer> hour, int next) {
        boolean isHour = text.value(i) < 0 && hour.value() >= 1 && hour.value() <= 12;
        int j = text.is(next, "-") && text.isGlued(next) ? next + 1 : next;
        Found<Integer> minutes = isHour && text.value(j) < 0 ? Numerals.number(text, j) : null;
        boolean isPart = minutes != null && minutes.value() >= 15 && minutes.value() % 15 == 0;
        return isPart && minutes != null && !Numerals.isCounted(text, minutes.next())
                ? minutes
                : null;
    }

    private static @Nullable Found<Integer> minutes(Text text, int i, boolean trusted) {
        Found<Integer> word = MINUTES.at(text, i);
        if (word != null) {
            return word;
        }
        Found<Integer> number = trusted ? Numerals.number(text, i) : null;
        if (number == null || Numerals.isCounted(text, number.next())) {
            return null;
        }
        int value = number.value();
        boolean isPart = text.is(number.next(), "de");
        return value <= MOST_MINUTES && (value > 12 || value >= 5 && (!isPart || value % 5 == 0))
                ? number
                : null;
    }

    private static Found<Time> time(int hour, int minute, boolean sure, int next) {
        boolean isSure = sure || hour > 12 || hour == 0;
        return new Found<>(new Time(hour, minute, isSure, null, false), next);
    }

    private static Found<Time> withHalf(Text text, int i, Found<Time> time, boolean trusted) {
        int j = time.next();
        j = text.in(j, HOURS) || trusted && text.is(j, "horas") ? j + 1 : j;
        j = text.in(j, OCLOCK) ? j + 1 : j;
        j = text.is(j, "o") && text.is(j + 1, "clock") ? j + 2 : j;
        Found<Integer> named = time.value().hour() == 12 ? NAMED.at(text, j) : null;
        if (named != null && time.value().minute() == 0) {
            return new Found<>(new Time(named.value(), 0, true, null, false), named.next());
        }
        j = text.is(j, "en") && text.is(j + 1, "punto") ? j + 2 : j;
        Found<DayPart> part = j > i + 2 || j > time.next() ? Parts.loose(text, j) : null;
        part = part == null ? Parts.suffix(text, j) : part;
        if (part == null) {
            return new Found<>(time.value(), j);
        }
        return new Found<>(time.value().in(part.value()), part.next());
    }
}
