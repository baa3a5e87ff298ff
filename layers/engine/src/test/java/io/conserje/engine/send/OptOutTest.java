package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Terms.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptOutTest {
    private static final Instant STOP = Sending.MORNING.minusSeconds(30);

    @ParameterizedTest
    @EnumSource(value = Purpose.class, mode = EnumSource.Mode.EXCLUDE, names = "STOP_CONFIRMATION")
    void whoAskedUsToStopGetsNothing(Purpose purpose) {
        stopped(purpose).isRefused("stopped", Map.of("at", "2026-03-11 09:59"));
    }

    @Test
    void butTheConfirmationThatWeDo() {
        stopped(Purpose.STOP_CONFIRMATION).isSent();
    }

    @Test
    void theConfirmationIsHeldToEverythingElse() {
        Standing both =
                stopped(Purpose.STOP_CONFIRMATION).ana().withUnreachableSince(Optional.of(STOP));

        assertEquals("unreachable", stopped(Purpose.STOP_CONFIRMATION).to(both).refused());
    }

    @Test
    void whoLetUsInAgainIsWrittenTo() {
        Sending stopped = stopped(Purpose.NOTICE);

        stopped.to(stopped.ana().withStoppedAt(Optional.empty())).isSent();
    }

    private static Sending stopped(Purpose purpose) {
        Sending sending = Sending.of(purpose);
        return sending.to(sending.ana().withMarketing(true).withStoppedAt(Optional.of(STOP)));
    }
}
