package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Terms.Purpose;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom we may write to at all. */
class ConsentTest {

    @Test
    void marketingIsSentToWhoHasAgreed() {
        Sending offer = Sending.of(Purpose.MARKETING);

        offer.to(offer.ana().withMarketing(true)).isSent();
    }

    @Test
    void marketingIsNotSentToWhoHasNot() {
        Sending.of(Purpose.MARKETING).isRefused("no-consent", Map.of());
    }

    @ParameterizedTest
    @EnumSource(value = Purpose.class, mode = EnumSource.Mode.EXCLUDE, names = "MARKETING")
    void nothingElseAsksForConsent(Purpose purpose) {
        Sending.of(purpose).isSent();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whoTakesNothingOfOursGetsNothing(Purpose purpose) {
        Sending sending = Sending.of(purpose);
        Standing gone = sending.ana().withUnreachableSince(Optional.of(Sending.MORNING));

        sending.to(gone).isRefused("unreachable", Map.of("at", "2026-03-11 10:00"));
        assertEquals(
                Sending.HELLO,
                sending.to(gone.withUnreachableSince(Optional.empty()).withMarketing(true)).sent());
    }
}
