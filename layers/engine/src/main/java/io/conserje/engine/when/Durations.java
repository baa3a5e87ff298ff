package io.conserje.engine.when;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "En dos semanas", "3 days ago", "a week from Tuesday", "los próximos 3 días", "de hoy en ocho".
 */
final class Durations {
    private record Length(int amount, ChronoUnit unit, boolean andHalf) {

        ZonedDateTime after(ZonedDateTime moment, int sign) {
            ZonedDateTime whole = moment.plus((long) sign * amount, unit);
            return switch (unit) {
                case HOURS -> andHalf ? whole.plusMinutes(sign * 30L) : whole;
                default -> whole;
            };
        }

        boolean isOfDay() {
            return unit == ChronoUnit.HOURS || unit == ChronoUnit.MINUTES;
        }
    }

    private static final PhraseTable<Boolean> IN =
            new PhraseTable<Boolean>()
                    .with(
                            true,
                            "en",
                            "dentro de",
                            "dentro",
                            "in",
                            "within",
                            "de aqui a",
                            "de aca a")
                    .with(true, "in about", "in around", "in roughly", "en unos", "en unas")
                    .with(true, "dentro de unos", "dentro de unas", "en como");
    private static final Set<String> NEAR_DAYS = Set.of("today", "tomorrow");
    private static final PhraseTable<Boolean> BASE =
            new PhraseTable<Boolean>()
                    .with(true, "from", "after", "de", "on", "a partir de", "despues de");
    private static final PhraseTable<Integer> SOME =
            new PhraseTable<Integer>()
                    .with(2, "un par de", "a couple of", "a couple", "par de", "couple of")
                    .with(1, "a", "an", "un", "una", "one", "1");
    private static final PhraseTable<Length> WHOLE =
            new PhraseTable<Length>()
                    .with(new Length(30, ChronoUnit.MINUTES, false), "media hora")
                    .with(new Length(30, ChronoUnit.MINUTES, false), "half an hour", "half hour")
                    .with(new Length(30, ChronoUnit.MINUTES, false), "a half hour", "1 / 2 hora")
                    .with(new Length(14, ChronoUnit.DAYS, false), "a fortnight", "una quincena")
                    .with(new Length(14, ChronoUnit.DAYS, false), "fortnight", "quincena")
                    .with(new Length(14, ChronoUnit.DAYS, false), "a fortnights", "fortnights");
    private static final PhraseTable<ChronoUnit> UNITS =
            new PhraseTable<ChronoUnit>()
                    .with(ChronoUnit.DAYS, "dia", "dias", "day", "days")
                    .with(ChronoUnit.WEEKS, "semana", "semanas", "week", "weeks", "wks")
                    .with(ChronoUnit.MONTHS, "mes", "meses", "month", "months")
                    .with(ChronoUnit.YEARS, "ano", "anos", "year", "years")
                    .with(ChronoUnit.HOURS, "hora", "horas", "hour", "hours", "h", "hrs", "hs")
                    .with(ChronoUnit.MINUTES, "minuto", "minutos", "minute", "minutes", "min")
                    .with(ChronoUnit.MINUTES, "mins");
    private static final PhraseTable<Boolean> NEXT =
            new PhraseTable<Boolean>()
                    .with(true, "proximos", "proximas", "siguientes", "next", "following")
                    .with(true, "coming");
    private static final PhraseTable<Integer> BESIDES =
            new PhraseTable<Integer>()
                    .with(-1, "day before", "dia antes de", "dia antes", "dia anterior a")
                    .with(1, "day after", "dia despues de", "dia despues", "dia siguiente a");
    private static final PhraseTable<Boolean> AND_HALF =
            new PhraseTable<Boolean>().with(true, "y media", "and a half", "and half");

    private Durations() {}

    static @Nullable Found<When> at(Text text, int i) {
        Found<When> found = ahead(text, i);
        found = found == null ? ago(text, i) : found;
        found = found == null ? next(text, i) : found;
        found = found == null ? fromADay(text, i) : found;
        found = found == null ? besides(text, i) : found;
        return found == null ? inEight(text, i) : found;
    }

    private static @Nullable Found<Length> length(Text text, int i) {
        Found<Length> whole = WHOLE.at(text, i);
        if (whole != null) {
            return whole;
        }
        Found<Integer> some = SOME.at(text, i);
        Found<Integer> amount = some == null ? Numerals.number(text, i) : some;
        if (amount == null) {
            return null;
        }
        Found<Boolean> half = AND_HALF.at(text, amount.next());
        Found<ChronoUnit> unit = UNITS.at(text, half == null ? amount.next() : half.next());
        if (unit == null) {
            return null;
        }
        Found<Boolean> after = AND_HALF.at(text, unit.next());
        boolean andHalf = half != null || after != null;
        return new Found<>(
                new Length(amount.value(), unit.value(), andHalf),
                after == null ? unit.next() : after.next());
    }

    /** "Dentro de 3 días", "in half an hour". */
    private static @Nullable Found<When> ahead(Text text, int i) {
        Found<Boolean> in = IN.at(text, i);
        if (in == null) {
            return null;
        }
        Found<Length> length = length(text, in.next());
        if (length == null) {
            return null;
        }
        boolean within = text.is(i, "within") && !length.value().isOfDay();
        int next = text.is(length.next(), "time") ? length.next() + 1 : length.next();
        if (within) {
            LocalDate to = length.value().after(text.reckoning().now(), 1).toLocalDate();
            return new Found<>(When.day(DayWords.Run.of(text.today(), to)), next);
        }
        return new Found<>(moment(text, length.value(), 1), next);
    }

    private static @Nullable Found<When> ago(Text text, int i) {
        boolean hace = text.is(i, "hace");
        Found<Length> length = length(text, hace ? i + 1 : i);
        if (length == null) {
            return null;
        }
        if (hace) {
            return new Found<>(moment(text, length.value(), -1), length.next());
        }
        boolean ago = text.is(length.next(), "ago") || text.is(length.next(), "atras");
        return ago ? new Found<>(moment(text, length.value(), -1), length.next() + 1) : null;
    }

    private static When moment(Text text, Length length, int sign) {
        ZonedDateTime then = length.after(text.reckoning().now(), sign);
        DayWords day = DayWords.Run.on(then.toLocalDate());
        return length.isOfDay()
                ? new When(
                        day,
                        new ClockWords.Time(then.getHour(), then.getMinute(), true, null, false))
                : When.day(day);
    }

    /** "En los próximos 3 días", "within the next 10 days". */
    private static @Nullable Found<When> next(Text text, int i) {
        int j = (text.any(i, "en", "in", "within", "durante", "over") ? i + 1 : i);
        j = (text.any(j, "los", "las", "the") ? j + 1 : j);
        Found<Boolean> next = NEXT.at(text, j);
        if (next == null) {
            return null;
        }
        Found<Length> length = length(text, next.next());
        if (length == null || length.value().isOfDay() || length.value().amount() == 0) {
            return null;
        }
        LocalDate to = length.value().after(text.reckoning().now(), 1).toLocalDate();
        return new Found<>(When.day(DayWords.Run.of(text.today().plusDays(1), to)), length.next());
    }

    /** "Two weeks from Tuesday", "a week from today". */
    private static @Nullable Found<When> fromADay(Text text, int i) {
        Found<Length> length = length(text, i);
        if (length == null) {
            return null;
        }
        if (text.is(length.next(), "from") && text.is(length.next() + 1, "now")) {
            return new Found<>(moment(text, length.value(), 1), length.next() + 2);
        }
        if (length.value().isOfDay()) {
            return null;
        }
        // "A week tomorrow" has nothing between.
        if (BASE.at(text, length.next()) == null && !text.in(length.next(), NEAR_DAYS)) {
            return null;
        }
        int j = BASE.skip(text, length.next());
        Found<DayWords> base = oneDay(text, j);
        if (base == null) {
            return null;
        }
        LocalDate from = Reckoner.run(text, base.value()).days().from();
        LocalDate day =
                length.value()
                        .after(from.atStartOfDay(text.reckoning().now().getZone()), 1)
                        .toLocalDate();
        return new Found<>(When.day(DayWords.Run.on(day)), base.next());
    }

    /** "The day before Christmas", "el día después de Reyes". */
    private static @Nullable Found<When> besides(Text text, int i) {
        Found<Integer> day = BESIDES.at(text, text.is(i, "el") || text.is(i, "the") ? i + 1 : i);
        Found<DayWords> base = day == null ? null : DayPhrases.one(text, day.next());
        if (day == null || base == null) {
            return null;
        }
        DayWords.Run run = Reckoner.run(text, base.value());
        return Reckoner.isNever(run)
                ? null
                : new Found<>(
                        When.day(DayWords.Run.on(run.days().from().plusDays(day.value()))),
                        base.next());
    }

    /** "De hoy en ocho" is a week from today, "en quince" two. */
    private static @Nullable Found<When> inEight(Text text, int i) {
        int j = text.is(i, "de") ? i + 1 : i;
        Found<DayWords> base = oneDay(text, j);
        if (base == null || !text.is(base.next(), "en")) {
            return null;
        }
        Found<Integer> days = Numerals.simple(text, base.next() + 1);
        if (days == null || days.value() != 8 && days.value() != 15) {
            return null;
        }
        LocalDate from = Reckoner.run(text, base.value()).days().from();
        int next = text.is(days.next(), "dias") ? days.next() + 1 : days.next();
        return new Found<>(When.day(DayWords.Run.on(from.plusDays(days.value() - 1L))), next);
    }

    private static @Nullable Found<DayWords> oneDay(Text text, int i) {
        Found<DayWords> day = Relatives.day(text, i);
        return day == null ? WeekdayPhrases.at(text, i) : day;
    }
}
