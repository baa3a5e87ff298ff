package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.model.Terms;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
    private static final ZoneId PANAMA = Sending.PANAMA;

    @ParameterizedTest
    @CsvSource({
        "2026-03-11T21:00, 2026-03-12T13:00:00Z",
        "2026-03-11T23:59:59, 2026-03-12T13:00:00Z",
        "2026-03-12T00:00, 2026-03-12T13:00:00Z",
        "2026-03-12T07:59:59.999, 2026-03-12T13:00:00Z"
    })
    void aNightGoesOverMidnightAndEndsInTheMorning(String now, Instant end) {
        assertEquals(end, night(PANAMA).atTheBusiness(now).waits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-11T20:59:59.999", "2026-03-12T08:00", "2026-03-12T12:00"})
    void theDayIsNotQuiet(String now) {
        night(PANAMA).atTheBusiness(now).isSent();
    }

    @Test
    void aSiestaLiesWithinADay() {
        Sending siesta = Sending.notice().quiet(PANAMA, "13:00", "15:30");

        siesta.atTheBusiness("2026-03-11T12:59:59").isSent();
        assertEquals(
                Instant.parse("2026-03-11T20:30:00Z"),
                siesta.atTheBusiness("2026-03-11T13:00").waits());
        siesta.atTheBusiness("2026-03-11T15:30").isSent();
    }

    @Test
    void theClockIsTheOneOfTheBusiness() {
        Instant moment = Instant.parse("2026-03-11T22:00:00Z");

        night(PANAMA).at(moment).isSent();
        assertEquals(
                Instant.parse("2026-03-12T07:00:00Z"),
                night(ZoneId.of("Europe/Madrid")).at(moment).waits());
    }

    @Test
    void itWaitsElsewhereAndTellsUntilWhen() {
        assertEquals(
                new Decision.Wait(
                        Instant.parse("2026-03-12T13:00:00Z"),
                        false,
                        "nothing in quiet hours that is not urgent",
                        new Reason("quiet", Map.of("until", "2026-03-12 08:00"))),
                night(PANAMA).atTheBusiness("2026-03-11T22:00").decide());
    }

    @Test
    void whatIsUrgentDisturbsUntilItIsNotAnyMore() {
        Sending late = night(PANAMA).atTheBusiness("2026-03-11T22:00");

        late.urgentUntil(late.now().plusNanos(1)).isSent();
        late.urgentUntil(late.now()).waits();
        late.urgentUntil(late.now().minusSeconds(1)).waits();
    }

    @Test
    void anAnswerIsUrgentForAnHour() {
        Sending late = night(PANAMA).atTheBusiness("2026-03-11T22:00");
        Sending answer = late.with(Terms.answer(late.now()));

        answer.isSent();
        answer.at(late.now().plusSeconds(3599)).isSent();
        answer.at(late.now().plusSeconds(3600)).waits();
    }

    @Test
    void quietHoursHaveALength() {
        LocalTime nine = LocalTime.of(9, 0);

        assertThrows(IllegalArgumentException.class, () -> new QuietHours(nine, nine));
    }

    private static Sending night(ZoneId zone) {
        return Sending.notice().quiet(zone, "21:00", "08:00");
    }
}
