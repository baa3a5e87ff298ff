package io.conserje.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.chaos.ServiceTrouble.Service;
import io.conserje.local.emulator.Refused;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services are away for a share of the time, at moments that follow from the seed. */
class ServiceTroubleTest {
    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    private static long secondsAway(ServiceTrouble trouble, Service service) {
        return LongStream.range(0, 10_000)
                .filter(second -> trouble.isAway(service, NOON.plusSeconds(second)))
                .count();
    }

    @Test
    void aServiceIsAwayForItsShareOfTheTime() {
        ServiceTrouble trouble = ServiceTrouble.parse("queue=0.1,table=0.5,seed=7");

        assertEquals(1_000, secondsAway(trouble, Service.QUEUE), 150);
        assertEquals(5_000, secondsAway(trouble, Service.TABLE), 300);
        assertEquals(0, secondsAway(ServiceTrouble.NONE, Service.QUEUE));
    }

    @Test
    void whatItSaysOfItselfBringsItBack() {
        ServiceTrouble trouble = ServiceTrouble.parse("table=0.25,seed=9");

        assertEquals(trouble, ServiceTrouble.parse(trouble.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue=2", "table=often", "topic=0.1", "queue"})
    void whatCannotBeReadIsNamed(String text) {
        Refused refused = assertThrows(Refused.class, () -> ServiceTrouble.parse(text));

        assertTrue(
                refused.toString().contains(": " + text.split("=", -1)[0] + ": "),
                refused::toString);
    }
}
