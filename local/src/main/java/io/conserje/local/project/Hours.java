package io.conserje.local.project;

import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads hours by day, and reckons with them. */
final class Hours {
    private Hours() {}

    /** A day at fault is left out of it. */
    static OpeningHours read(Fields fields) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String name : fields.names()) {
            Optional<DayOfWeek> day = fields.made(fields.at(name), () -> day(name));
            List<Span> spans = fields.values(name, Hours::span);
            day.flatMap(it ->
                            fields.made(fields.at(name), () -> new OpeningHours(Map.of(it, spans))))
                    .ifPresent(hours -> week.putAll(hours.week()));
        }
        return new OpeningHours(week);
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name(day).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + name + "' is no day: write monday to sunday"));
    }

    static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    static Span span(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no span of hours: write it like 08:00-18:00");
        }
        return new Span(time(ends[0].strip()), time(ends[1].strip()));
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time: write it like 08:00", e);
        }
    }

    static String told(List<Span> spans) {
        return spans.stream()
                .map(span -> span.opens() + "-" + span.closes())
                .collect(Collectors.joining(", "));
    }

    /** What is left of some when others are taken out. */
    static List<Span> without(List<Span> spans, List<Span> others) {
        List<Span> left = spans;
        for (Span other : others) {
            left = left.stream().flatMap(span -> without(span, other)).toList();
        }
        return left;
    }

    private static Stream<Span> without(Span span, Span other) {
        LocalTime first = other.opens().isBefore(span.closes()) ? other.opens() : span.closes();
        LocalTime second = other.closes().isAfter(span.opens()) ? other.closes() : span.opens();
        return Stream.concat(between(span.opens(), first), between(second, span.closes()));
    }

    private static Stream<Span> between(LocalTime from, LocalTime to) {
        return from.isBefore(to) ? Stream.of(new Span(from, to)) : Stream.empty();
    }
}
