package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.model.Terms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotTooOftenTest {
    private static final Instant NOW = Sending.MORNING;

    @Test
    void asManyNoticesAsThePolicyAllowsAreSent() {
        sent(3, 1, 2).isSent();
    }

    @Test
    void oneMoreWaitsUntilTheFirstOfThemIsADayOld() {
        assertEquals(
                new Decision.Wait(
                        NOW.plus(Duration.ofHours(21)),
                        false,
                        "no more notices than the policy allows",
                        new Reason(
                                "too-often",
                                Map.of("most", "3", "hours", "24", "until", "2026-03-12 07:00"))),
                sent(3, 1, 2, 3).decide());
    }

    @Test
    void theOrderInWhichTheyAreKnownDoesNotMatter() {
        assertEquals(sent(3, 1, 2, 3).waits(), sent(3, 3, 1, 2).waits());
    }

    @Test
    void moreThanThePolicyAllowsFromBeforeItWasStricterAreWaitedOutToo() {
        assertEquals(NOW.plus(Duration.ofHours(22)), sent(2, 1, 2, 3, 4).waits());
    }

    @Test
    void aNoticeCountsUntilItIsExactlyADayOld() {
        Sending notice = sent(1, 24);

        notice.isSent();
        assertEquals(NOW, notice.at(NOW.minusNanos(1)).waits());
    }

    @Test
    void marketingCountsLikeAnyNotice() {
        Sending offer = sent(1, 1).withPurpose(Purpose.MARKETING);

        offer.to(offer.ana().withMarketing(true)).waits();
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"ANSWER", "STOP_CONFIRMATION"})
    void answersAreNotCounted(Purpose purpose) {
        sent(1, 1, 2, 3).withPurpose(purpose).isSent();
        sent(0).withPurpose(purpose).isSent();
    }

    @Test
    void aBusinessThatSendsNoNoticesSendsNone() {
        sent(0).isRefused("no-notices", Map.of());
    }

    @Test
    void lessThanNoneIsNoPolicy() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SendPolicy(Sending.PANAMA, Optional.empty(), -1, Duration.ofDays(1)));
    }

    /** When notices left so many hours ago. */
    private static Sending sent(int most, Integer... hoursAgo) {
        Sending notice = Sending.notice();
        List<Instant> notices =
                Stream.of(hoursAgo).map(hours -> NOW.minus(Duration.ofHours(hours))).toList();
        return notice.to(notice.ana().withNotices(notices))
                .under(new SendPolicy(Sending.PANAMA, Optional.empty(), most, Duration.ofDays(1)));
    }
}
