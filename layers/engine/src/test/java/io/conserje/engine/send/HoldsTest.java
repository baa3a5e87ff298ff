package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the provider takes nothing, messages wait in their order. */
class HoldsTest {
    private static final Instant NOW = Sending.MORNING;

    @ParameterizedTest
    @EnumSource(Hold.Kind.class)
    void aMessageWaitsUntilTheHoldIsOverAndInOrderUnlessThatIsLong(Hold.Kind kind) {
        assertEquals(
                new Decision.Wait(
                        NOW.plusSeconds(60),
                        !kind.name().endsWith("_CAP"),
                        "not while the provider takes nothing",
                        new Reason(
                                "held." + kind.name().toLowerCase(Locale.ROOT),
                                Map.of("until", "2026-03-11 10:01"))),
                held(kind, NOW.plusSeconds(60)).decide());
    }

    @ParameterizedTest
    @EnumSource(Hold.Kind.class)
    void aHoldThatIsOverHoldsNothing(Hold.Kind kind) {
        held(kind, NOW).isSent();
        held(kind, NOW.minusNanos(1)).isSent();
        assertEquals(NOW.plusNanos(1), held(kind, NOW.plusNanos(1)).waits());
    }

    private static Sending held(Hold.Kind kind, Instant until) {
        Sending notice = Sending.notice();
        return notice.to(notice.ana().withHold(new Hold(kind, until)));
    }
}
