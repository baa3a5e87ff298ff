package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void eachPauseIsTwiceAsLongUpToTwoMinutes() {
        assertEquals(
                List.of(5L, 10L, 20L, 40L, 80L, 120L, 120L),
                LongStream.range(0, 7).mapToObj(Backoff::after).map(Duration::toSeconds).toList());
        assertEquals(Duration.ofMinutes(2), Backoff.after(Long.MAX_VALUE));
    }
}
