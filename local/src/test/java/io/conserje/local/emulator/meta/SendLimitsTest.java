package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.Options;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendLimitsTest extends MetaEmulatorTest {
    private final HandClock clock = new HandClock();
    private final SendLimits limits = new SendLimits(clock);

    @Override
    Options configured(Options options) {
        return options.withClock(clock);
    }

    @Test
    void oneCustomerGets45AtOnceAndThenOneEverySixSeconds() {
        limits.turn(true);
        send(45, ANA);
        assertEquals(Optional.of(131056), broken(ANA));

        clock.pass(Duration.ofMillis(5999));
        assertEquals(Optional.of(131056), broken(ANA));
        clock.pass(Duration.ofMillis(1));
        assertEquals(Optional.empty(), broken(ANA));
        assertEquals(Optional.of(131056), broken(ANA));

        clock.pass(Duration.ofSeconds(45 * 6));
        send(45, ANA);
        assertEquals(Optional.of(131056), broken(ANA));
    }

    @Test
    void whatOneCustomerGotAnotherDoesNotPayFor() {
        limits.turn(true);
        send(45, ANA);

        assertEquals(Optional.empty(), broken(LUIS));
    }

    @Test
    void aNumberSends80InASecond() {
        limits.turn(true);
        IntStream.range(0, 80).forEach(i -> send(1, "346001112" + i));
        assertEquals(Optional.of(130429), broken(LUIS));

        clock.pass(Duration.ofSeconds(1));
        IntStream.range(0, 80).forEach(i -> send(1, "346001113" + i));
        assertEquals(Optional.of(130429), broken(LUIS));
    }

    @Test
    void nothingIsLimitedUntilSomebodyWantsIt() {
        emulator.phone().say(ANA, "hola");
        for (int i = 0; i < 46; i++) {
            assertEquals(200, sendText(ANA, "m" + i).status());
        }

        emulator.limits(true);
        for (int i = 0; i < 45; i++) {
            assertEquals(200, sendText(ANA, "n" + i).status());
        }

        Answer tooMuch = sendText(ANA, "one more");
        assertEquals(400, tooMuch.status());
        assertEquals(131056, tooMuch.code());
        assertTrue(
                tooMuch.body()
                        .at("/error/message")
                        .asText()
                        .startsWith("(#131056) (Business Account, Consumer Account) pair rate"));
        assertEquals(92, emulator.phone().transcript(ANA).size());
        emulator.limits(false);
        assertEquals(200, sendText(ANA, "and another").status());
    }

    private void send(int count, String customer) {
        IntStream.range(0, count)
                .forEach(i -> assertEquals(Optional.empty(), broken(customer), customer + " " + i));
    }

    private Optional<Integer> broken(String customer) {
        return limits.broken(customer).map(GraphError::code);
    }
}
