package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.engine.send.Decision.Refuse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What would have expired when its time comes is refused now. */
class NoUseWaitingTest {
    private static final Instant NOW = Sending.MORNING;

    @Test
    void aReminderOfTonightDoesNotWaitForTheMorning() {
        Sending late = Sending.notice().atTheBusiness("2026-03-11T22:00");
        Instant morning = late.waits();

        assertEquals(
                new Refuse(
                        "nothing in quiet hours that is not urgent",
                        new Reason(
                                "too-late",
                                Map.of("until", "2026-03-12 08:00", "at", "2026-03-12 08:00"))),
                late.expiring(morning).decide());
        assertEquals(morning, late.expiring(morning.plusNanos(1)).waits());
    }

    @Test
    void norForItsTurnAmongTheNotices() {
        Sending notice = Sending.notice();
        Sending last =
                notice.to(notice.ana().withNotices(List.of(NOW)))
                        .under(
                                new SendPolicy(
                                        Sending.PANAMA, Optional.empty(), 1, Duration.ofDays(1)));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        assertRefused("no more notices than the policy allows", last.expiring(tomorrow));
        assertEquals(tomorrow, last.expiring(tomorrow.plusNanos(1)).waits());
    }

    @Test
    void norForTheProvider() {
        Sending notice = Sending.notice();
        Instant soon = NOW.plusSeconds(2);
        Sending held = notice.to(notice.ana().withHold(new Hold(Hold.Kind.PROVIDER_DOWN, soon)));

        assertRefused("not while the provider takes nothing", held.expiring(soon));
        assertEquals(soon, held.expiring(soon.plusNanos(1)).waits());
    }

    private static void assertRefused(String rule, Sending sending) {
        Refuse refused = assertInstanceOf(Refuse.class, sending.decide());
        assertEquals(rule, refused.rule());
        assertEquals("too-late", refused.reason().key());
    }
}
