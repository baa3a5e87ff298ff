package io.conserje.engine.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weeks, week-ends, months and parts of months. */
final class Periods {
    private static final Set<String> ARTICLES = Set.of("el", "la", "the", "al", "del", "a", "in");
    private static final Set<String> OF = Set.of("de", "del", "of", "in", "en");
    private static final Set<String> OR = Set.of("or", "o", "and", "y", "/");
    private static final Set<String> BEFORE_MONTH =
            Set.of(
                    "en", "in", "during", "durante", "de", "of", "this", "next", "este", "proximo",
                    "by", "early", "late", "mid", "hasta", "until", "para", "desde", "from",
                    "before", "after");
    private static final Set<String> BEFORE_NAME =
            Set.of("este", "this", "proximo", "next", "el", "the");
    private static final Set<String> NAMES = Set.of("abril", "julio", "april", "june", "may");

    private static final PhraseTable<Integer> WEEKS =
            new PhraseTable<Integer>()
                    .with(0, "esta semana", "esta misma semana", "this week")
                    .with(1, "semana que viene", "proxima semana", "semana proxima", "next week")
                    .with(1, "semana entrante", "semana siguiente", "siguiente semana")
                    .with(
                            1,
                            "semana que entra",
                            "semana que sigue",
                            "following week",
                            "coming week",
                            "otra semana")
                    .with(1, "esta semana que viene", "esta proxima semana")
                    .with(2, "week after next", "semana despues de la proxima")
                    .with(2, "semana siguiente a la proxima", "semana que viene no la otra")
                    .with(-1, "semana pasada", "pasada semana", "last week", "past week");
    private static final PhraseTable<DayWords.Which> WEEKENDS =
            new PhraseTable<DayWords.Which>()
                    .with(DayWords.Which.PLAIN, "este fin de semana", "fin de semana", "finde")
                    .with(DayWords.Which.PLAIN, "este finde", "this weekend", "weekend", "weekends")
                    .with(DayWords.Which.PLAIN, "findes", "fines de semana", "coming weekend")
                    .with(DayWords.Which.COMING, "proximo fin de semana", "fin de semana que viene")
                    .with(DayWords.Which.COMING, "proximo finde", "finde que viene")
                    .with(DayWords.Which.COMING, "finde que entra", "fin de semana que entra")
                    .with(DayWords.Which.COMING, "finde proximo", "fin de semana proximo")
                    .with(DayWords.Which.NEXT, "next weekend")
                    .with(DayWords.Which.LAST, "fin de semana pasado", "last weekend");
    static final PhraseTable<Boolean> THIS_MONTH =
            new PhraseTable<Boolean>().with(true, "mes", "the month", "month");

    private static final PhraseTable<Boolean> WEEK =
            new PhraseTable<Boolean>()
                    .with(true, "semana", "week", "week commencing", "week beginning", "w / c")
                    .with(true, "week starting", "semana que empieza");

    private Periods() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        Found<Integer> week = week(text, i);
        if (week != null) {
            LocalDate monday = monday(text, week.value());
            return new Found<>(DayWords.Run.of(monday, monday.plusDays(6)), week.next());
        }
        Found<DayWords> found = PartsOfWeeks.at(text, i);
        found = found == null ? weekend(text, i) : found;
        found = found == null ? weekOf(text, i) : found;
        found = found == null ? PartsOfMonths.at(text, i) : found;
        return found == null ? wholeMonth(text, i) : found;
    }

    /** How many weeks from this one. */
    static @Nullable Found<Integer> week(Text text, int i) {
        return WEEKS.at(text, text.skip(i, ARTICLES));
    }

    static LocalDate monday(Text text, int weeks) {
        return text.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks);
    }

    private static @Nullable Found<DayWords> weekend(Text text, int i) {
        Found<DayWords.Which> found = WEEKENDS.at(text, text.skip(i, ARTICLES));
        if (found == null) {
            return null;
        }
        LocalDate saturday = monday(text, 0).plusDays(5);
        boolean isOn = text.today().isAfter(saturday.minusDays(1));
        LocalDate next = saturday.plusWeeks(1);
        if (text.is(found.next(), "after") && text.is(found.next() + 1, "next")) {
            return new Found<>(weekend(next, null), found.next() + 2);
        }
        DayWords.Run run =
                switch (found.value()) {
                    case PLAIN -> weekend(saturday, null);
                    case COMING -> weekend(isOn ? next : saturday, null);
                    case NEXT ->
                            isOn
                                    ? weekend(next, null)
                                    : weekend(saturday, new Doubt.Either(saturday, next));
                    case LAST -> weekend(saturday.minusWeeks(1), null);
                };
        return new Found<>(run, found.next());
    }

    private static DayWords.Run weekend(LocalDate saturday, @Nullable Doubt doubt) {
        return new DayWords.Run(new Days(saturday, saturday.plusDays(1)), doubt);
    }

    /** "La semana del 4 de mayo". */
    private static @Nullable Found<DayWords> weekOf(Text text, int i) {
        int j = text.skip(i, ARTICLES);
        int of = WEEK.skip(text, j);
        if (of == j || !text.in(of, OF) && of == j + 1) {
            return null;
        }
        int k = text.is(of, "del") ? of : text.skip(of, OF);
        Found<DayWords> day = Dates.at(text, k);
        if (day == null || day.value() instanceof DayWords.NoSuchDay) {
            return null;
        }
        DayWords.Run run = Reckoner.run(text, day.value());
        LocalDate monday =
                run.days().from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Found<>(DayWords.Run.of(monday, monday.plusDays(6)), day.next());
    }

    /** "En enero", "this month". */
    private static @Nullable Found<DayWords> wholeMonth(Text text, int i) {
        boolean isRelative = Months.RELATIVE.at(text, text.skip(i, ARTICLES)) != null;
        int j = text.skip(i, isRelative ? ARTICLES : BEFORE_NAME);
        Found<Months.Month> month = Months.month(text, j);
        if (month == null) {
            return null;
        }
        boolean named = Months.name(text, j) > 0;
        if (named && !isMonth(text, i, j, month.next())) {
            return null;
        }
        boolean isThis = named && (text.is(i, "este") || text.is(i, "this"));
        YearMonth whole =
                isThis
                        ? YearMonth.of(text.today().getYear(), month.value().month())
                        : yearMonth(text, month.value());
        return new Found<>(DayWords.Run.of(whole.atDay(1), whole.atEndOfMonth()), month.next());
    }

    private static boolean isMonth(Text text, int i, int j, int next) {
        boolean isFull = Months.isFull(text, j);
        // "In January or February".
        if (text.in(i - 1, OR) && Months.isFull(text, i - 2)) {
            return isFull;
        }
        if (text.isAll(i, next) || next > j + 1 && isFull) {
            return true;
        }
        String before = i < j ? text.word(i) : text.word(i - 1);
        boolean isPerson = text.in(j, NAMES) && Set.of("para", "by", "de").contains(before);
        return isFull && BEFORE_MONTH.contains(before) && !isPerson;
    }

    /** The next such month, or the one that is on. */
    static YearMonth yearMonth(Text text, Months.Month month) {
        YearMonth now = YearMonth.from(text.today());
        if (month.year() > 0) {
            return YearMonth.of(month.year(), month.month());
        }
        YearMonth sameYear = YearMonth.of(now.getYear(), month.month());
        return sameYear.isBefore(now) ? sameYear.plusYears(1) : sameYear;
    }
}
