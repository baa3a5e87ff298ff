package io.conserje.local.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultDialTest {

    @Test
    void whatIsNotNamedIsOff() {
        assertEquals(
                new FaultDial(0.2, 0.1, 0, 0, 0, 0, 7),
                FaultDial.parse("duplicate=0.2, reorder=0.1,seed=7"));
        assertEquals(FaultDial.OFF, FaultDial.parse(""));
    }

    @Test
    void aDialReadsWhatADialWrites() {
        FaultDial dial = new FaultDial(0.25, 0.5, 1, 0.125, 0.5, 0.0625, -3);

        assertEquals(dial, FaultDial.parse(dial.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delay=1.5 | delay: must be a number from 0 to 1, not 1.5",
                "error=-0.1 | error: must be a number from 0 to 1, not -0.1",
                "reorder=NaN | reorder: must be a number from 0 to 1, not NaN",
                "duplicate=often | duplicate: must be a number from 0 to 1, not 'often'",
                "duplicate | duplicate: must be a number from 0 to 1, not ''",
                "seed=0.5 | seed: must be a whole number, not '0.5'",
                "lost=0.1 | lost: no such fault; there are duplicate, reorder, delay, error, throttle, stall, seed"
            })
    void whatCannotBeDialledIsRefusedByName(String text, String why) {
        assertEquals(why, assertThrows(Refused.class, () -> FaultDial.parse(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, -12345})
    void oneSeedMakesTheSameFaultsAgainInWhateverOrderTheyAreAsked(long seed) {
        FaultDial dial = new FaultDial(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, seed);
        List<String> keys = IntStream.range(0, 200).mapToObj(i -> "34600/said/" + i).toList();

        List<String> once = keys.stream().map(key -> drawn(dial, key)).toList();
        List<String> again = keys.reversed().stream().map(key -> drawn(dial, key)).toList();

        assertEquals(once, again.reversed(), "seed " + seed);
        assertNotEquals(once, keys.stream().map(key -> drawn(dial.with("seed=99"), key)).toList());
    }

    @Test
    void aFaultHappensAboutAsOftenAsDialled() {
        FaultDial dial = FaultDial.parse("duplicate=0.2,reorder=0.5,error=1,seed=3");

        assertEquals(0.2, share(dial, faults -> faults.twin() != Faults.Twin.NONE), 0.03);
        assertEquals(0.5, share(dial, Faults::heldBack), 0.03);
        assertEquals(0, share(dial, faults -> faults.delay().isPositive()));
        assertEquals(1, share(dial, Faults::error));
    }

    @Test
    void halfOfTheStalledCallsHadTheirEffect() {
        FaultDial dial = FaultDial.parse("throttle=0.3,stall=0.4,seed=3");

        assertEquals(0.3, share(dial, Faults::throttled), 0.03);
        assertEquals(0.2, share(dial, faults -> faults.stall() == Faults.Stall.BEFORE), 0.03);
        assertEquals(0.2, share(dial, faults -> faults.stall() == Faults.Stall.AFTER), 0.03);
    }

    @Test
    void turningOneKnobLeavesTheLuckOfTheOthers() {
        FaultDial dial = FaultDial.parse("reorder=0.5,seed=3");
        FaultDial turned = dial.with("duplicate=1,error=0.5,throttle=0.5,stall=0.5");

        for (int i = 0; i < 100; i++) {
            assertEquals(dial.faults("k" + i).heldBack(), turned.faults("k" + i).heldBack());
        }
    }

    private static double share(FaultDial dial, Predicate<Faults> what) {
        int of = 5000;
        return IntStream.range(0, of).filter(i -> what.test(dial.faults("k" + i))).count()
                / (double) of;
    }

    private static String drawn(FaultDial dial, String key) {
        Faults faults = dial.faults(key);
        return faults.twin()
                + " "
                + faults.heldBack()
                + " "
                + faults.delay()
                + " "
                + faults.error()
                + " "
                + faults.throttled()
                + " "
                + faults.stall();
    }
}
