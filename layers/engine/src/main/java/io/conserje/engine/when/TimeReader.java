package io.conserje.engine.when;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the days and times out of what a customer wrote, in Spanish and in English alike. */
public final class TimeReader {

    public List<Mention> read(String raw, Reckoning reckoning) {
        Text text = new Text(raw, reckoning);
        NotTimes.bar(text);
        List<Piece> pieces = Pieces.in(text);
        if (pieces.isEmpty()) {
            return List.of();
        }
        boolean change = text.isChange();
        List<Piece> gathered = Gathering.of(text, change ? Change.parted(text, pieces) : pieces);
        gathered = DayLists.of(text, gathered);
        List<Mention> mentions = new ArrayList<>();
        for (Piece piece : Roles.of(text, gathered, change)) {
            mentions.add(mention(text, piece));
        }
        return List.copyOf(mentions);
    }

    private static Mention mention(Text text, Piece piece) {
        ClockWords words = piece.when().clock();
        Clock clock = words == null ? null : ClockReckoner.clock(words, null);
        DayWords day = piece.when().day();
        DayWords.Run run = day == null ? null : Reckoner.run(text, day);
        boolean noDay = run != null && Reckoner.isNever(run);
        if (run == null || noDay || words != null && clock == null) {
            boolean impossible = noDay || words != null && clock == null;
            String said = text.said(piece.from(), piece.to());
            Doubt doubt = impossible ? new Doubt.Impossible(said) : null;
            Days days = impossible || run == null ? null : run.days();
            return mention(text, piece, days, clock, doubt);
        }
        Days days = notBefore(text.reckoning().now(), day, run.days(), words, clock);
        Doubt doubt = run.doubt();
        if (isPast(text.reckoning().now(), days, words, clock)) {
            doubt = new Doubt.Past(days.to());
        }
        return mention(text, piece, days, clock, doubt);
    }

    private static Mention mention(
            Text text,
            Piece piece,
            @Nullable Days days,
            @Nullable Clock clock,
            @Nullable Doubt doubt) {
        return new Mention(
                text.token(piece.from()).start(),
                text.token(piece.to() - 1).end(),
                piece.role(),
                Optional.ofNullable(days),
                Optional.ofNullable(clock),
                Optional.ofNullable(doubt));
    }

    /** Today's name with a time that is over means the one in a week. */
    private static Days notBefore(
            ZonedDateTime now,
            @Nullable DayWords day,
            Days days,
            @Nullable ClockWords words,
            @Nullable Clock clock) {
        boolean isToday = day instanceof DayWords.OfWeek && days.equals(Days.on(now.toLocalDate()));
        boolean over = isToday && words != null && clock != null && isOver(now, words, clock, true);
        return over ? Days.on(days.from().plusWeeks(1)) : days;
    }

    private static boolean isPast(
            ZonedDateTime now, Days days, @Nullable ClockWords words, @Nullable Clock clock) {
        LocalDate today = now.toLocalDate();
        if (!days.to().equals(today)) {
            return days.to().isBefore(today);
        }
        return words != null && clock != null && isOver(now, words, clock, false);
    }

    private static boolean isOver(
            ZonedDateTime now, ClockWords words, Clock clock, boolean likely) {
        LocalTime time = now.toLocalTime();
        return switch (clock) {
            case Clock.At at -> isOver(time, words, at.time(), at.halfUnsaid(), likely);
            case Clock.Around around ->
                    isOver(time, words, around.time(), around.halfUnsaid(), likely);
            case Clock.Between between ->
                    !between.to().equals(LocalTime.MAX) && !between.to().isAfter(time);
        };
    }

    private static boolean isOver(
            LocalTime now, ClockWords words, LocalTime time, boolean halfUnsaid, boolean likely) {
        LocalTime meant = time;
        if (halfUnsaid && words instanceof ClockWords.Time said) {
            meant = likely ? ClockReckoner.likely(said) : time.plusHours(12);
        }
        return meant.isBefore(now.withSecond(0).withNano(0));
    }
}
