package io.conserje.engine.understanding;

import io.conserje.engine.Plain;
import io.conserje.engine.when.Days;
import io.conserje.engine.when.Doubt;
import io.conserje.engine.when.Mention;
import io.conserje.model.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a bare day in the light of the days that are talked about: after "next week", "Thursday" is
 * next week's, and after "on 25 December", "the 26th" is December's.
 */
final class InContext {
    private static final Pattern DAY_OF_MONTH =
            Pattern.compile("(el |the |on the |dia |el dia )?[0-9]{1,2}(st|nd|rd|th)?");

    private static final Set<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values())
                    .flatMap(day ->
                            Arrays.stream(Language.values())
                                    .map(it -> day.getDisplayName(TextStyle.FULL, it.locale())))
                    .map(name -> Plain.of(name).text().strip())
                    .collect(Collectors.toUnmodifiableSet());

    private final LocalDate today;
    private final Optional<Days> about;

    /**
     * @param about the days that are talked about
     */
    InContext(LocalDate today, Optional<Days> about) {
        this.today = today;
        this.about = about;
    }

    Mention of(Mention mention, String text) {
        Optional<LocalDate> day = mention.days().filter(Days::isOne).map(Days::from);
        if (day.isEmpty() || mention.doubt().isPresent()) {
            return mention;
        }
        String said = Plain.of(text.substring(mention.start(), mention.end())).text().strip();
        boolean isWeekday = WEEKDAYS.contains(lastWord(said));
        Optional<Days> farther =
                about.filter(this::isFarther).filter(days -> !days.contains(day.get()));
        if (farther.isPresent() && isWeekday) {
            LocalDate meant = weekday(farther.get(), day.get().getDayOfWeek());
            return meant.isBefore(today) ? mention : mention.on(Days.on(meant));
        }
        if (farther.isPresent() && DAY_OF_MONTH.matcher(said).matches()) {
            return dayOfMonth(mention, farther.get(), day.get());
        }
        return isWeekday && day.get().equals(today) ? orInAWeek(mention) : mention;
    }

    /** Of days in the week to come people speak as of those of any week. */
    private boolean isFarther(Days days) {
        return !days.isOne() || days.from().isAfter(today.plusDays(6));
    }

    /** "On Tuesday", on a Tuesday: who means this day mostly says today. */
    private Mention orInAWeek(Mention mention) {
        return mention.inDoubt(new Doubt.Either(today, today.plusWeeks(1)));
    }

    private static String lastWord(String said) {
        return said.matches("((el|on|the|para el|al) )?\\p{L}+")
                ? said.substring(said.lastIndexOf(' ') + 1)
                : "";
    }

    /** In the days that are talked about, else in their week, else the next after them. */
    private LocalDate weekday(Days about, DayOfWeek day) {
        LocalDate within = about.from().with(TemporalAdjusters.nextOrSame(day));
        LocalDate ofWeek = about.from().with(day);
        return about.contains(within) || !about.isOne() || ofWeek.isBefore(today) ? within : ofWeek;
    }

    private Mention dayOfMonth(Mention mention, Days about, LocalDate day) {
        LocalDate month = about.from().withDayOfMonth(1);
        boolean has = day.getDayOfMonth() <= month.lengthOfMonth();
        LocalDate meant = has ? month.withDayOfMonth(day.getDayOfMonth()) : day;
        return meant.isBefore(today) ? mention : mention.on(Days.on(meant));
    }
}
