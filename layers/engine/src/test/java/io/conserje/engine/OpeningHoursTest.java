package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    private static final Span MORNING = span("08:00", "12:00");
    private static final Span AFTERNOON = span("14:00", "18:00");

    private final OpeningHours hours =
            new OpeningHours(Map.of(DayOfWeek.MONDAY, List.of(MORNING, AFTERNOON)));

    @Test
    void itIsOpenFromTheOpeningOnAndNotAtTheClosing() {
        assertEquals(Optional.of(MORNING), hours.openAt(monday("08:00")));
        assertEquals(Optional.of(MORNING), hours.openAt(monday("11:59:59")));
        assertEquals(Optional.empty(), hours.openAt(monday("12:00")));
        assertEquals(Optional.of(AFTERNOON), hours.openAt(monday("14:00")));
        assertEquals(Optional.empty(), hours.openAt(monday("10:00").plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "07:00,08:00,0",
        "08:00,14:00,0",
        "13:00,14:00,0",
        "14:00,08:00,7",
        "20:00,08:00,7"
    })
    void theNextOpeningIsTheFirstAfterTheMoment(String now, String opens, int days) {
        assertEquals(Optional.of(monday(opens).plusDays(days)), hours.opensAfter(monday(now)));
    }

    @Test
    void whoNeverOpensHasNoNextOpening() {
        assertEquals(Optional.empty(), new OpeningHours(Map.of()).opensAfter(monday("08:00")));
    }

    @Test
    void aSpanClosesAfterItOpensOnTheSameDay() {
        assertThrows(IllegalArgumentException.class, () -> span("18:00", "08:00"));
        assertThrows(IllegalArgumentException.class, () -> span("08:00", "08:00"));
    }

    @Test
    void spansOfADayMayTouchAndNotOverlap() {
        Span noon = span("12:00", "14:00");
        new OpeningHours(Map.of(DayOfWeek.MONDAY, List.of(MORNING, noon, AFTERNOON)));

        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new OpeningHours(
                                        Map.of(
                                                DayOfWeek.MONDAY,
                                                List.of(MORNING, span("11:00", "13:00")))));

        assertTrue(String.valueOf(e.getMessage()).contains("12:00 is after 11:00"));
    }

    private static Span span(String opens, String closes) {
        return new Span(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static ZonedDateTime monday(String time) {
        return ZonedDateTime.parse("2026-03-09T00:00-05:00[America/Panama]")
                .with(LocalTime.parse(time));
    }
}
