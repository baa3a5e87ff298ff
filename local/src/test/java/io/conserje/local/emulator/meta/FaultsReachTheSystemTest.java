package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.PostedWebhook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsReachTheSystemTest extends MetaEmulatorTest {

    @Test
    void aDuplicateIsTheSameBytesTwice() {
        turn("duplicate=1");
        emulator.phone().say(ANA, "hola");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("hola", "hola"), system.told());
        assertEquals(
                1,
                system.received().stream().map(r -> r.signature() + r.text()).distinct().count());
    }

    @Test
    void aRunRepeatsItsDuplicatesBySeed() {
        Set<String> once = duplicates("first", "duplicate=0.3,seed=7");
        Set<String> again = duplicates("second", "duplicate=0.3,seed=7");
        Set<String> otherSeed = duplicates("third", "duplicate=0.3,seed=8");

        assertFalse(once.isEmpty());
        assertEquals(once, again);
        assertNotEquals(once, otherSeed);
    }

    private Set<String> duplicates(String account, String dial) {
        emulator.close();
        system.forget();
        emulator =
                MetaEmulator.start(
                        Options.in(folder, account)
                                .withWebhook(system.webhook())
                                .withDial(FaultDial.parse(dial)));
        IntStream.range(0, 60)
                .parallel()
                .forEach(i -> emulator.phone().say("3460000" + (1000 + i), "m" + i));
        assertTrue(emulator.awaitQuiet(SOON));
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        system.told().stream().filter(told -> !seen.add(told)).forEach(twice::add);
        return twice;
    }

    @Test
    void othersGoPastAWebhookThatIsHeldBackButNeverItsOwnConversation() {
        turn("reorder=0.3,seed=5");
        List<String> customers =
                IntStream.range(0, 20).mapToObj(i -> "3460000" + (1000 + i)).toList();
        for (int i = 0; i < 10; i++) {
            for (String customer : customers) {
                emulator.phone().say(customer, customer + "#" + i);
            }
        }

        assertTrue(emulator.awaitQuiet(SOON));
        List<String> told = system.told();
        assertEquals(200, told.size());
        for (String customer : customers) {
            List<String> own = told.stream().filter(t -> t.startsWith(customer)).toList();
            assertEquals(IntStream.range(0, 10).mapToObj(i -> customer + "#" + i).toList(), own);
        }
        assertTrue(rounds(told).anyMatch(i -> i < 0), "nothing was overtaken");
    }

    /** How the round of one message compares with that of the message before it. */
    private static Stream<Integer> rounds(List<String> told) {
        List<Integer> rounds =
                told.stream().map(t -> Integer.valueOf(t.substring(t.indexOf('#') + 1))).toList();
        return IntStream.range(1, rounds.size())
                .mapToObj(i -> rounds.get(i).compareTo(rounds.get(i - 1)));
    }

    @Test
    void aWebhookThatIsHeldBackGoesWhenNobodyElseComes() {
        turn("reorder=1");
        emulator.phone().say(ANA, "hola");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("hola"), system.told());
    }

    @Test
    void aConversationKeepsItsOrderWhenAllFaultsHappenAtOnce() {
        turn("duplicate=0.5,reorder=0.5,delay=0.2,seed=11");
        system.answer = webhook -> webhook.number() % 7 == 0 ? 500 : 200;
        IntStream.range(0, 12).forEach(i -> emulator.phone().say(ANA, "a" + i));

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(
                IntStream.range(0, 12).mapToObj(i -> "a" + i).toList(),
                system.told().stream().distinct().toList());
    }

    @Test
    void aDuplicateIsTriedOnceOnly() {
        BlockingQueue<PostedWebhook> posted = new LinkedBlockingQueue<>();
        emulator.onPosted(posted::add);
        turn("duplicate=1");
        system.answer = webhook -> webhook.number() < 3 ? 500 : 200;

        emulator.phone().say(ANA, "hola");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(1, posted.stream().filter(PostedWebhook::duplicate).count());
        assertEquals(1, emulator.state().acknowledged());
    }

    @Test
    void aCallThatFailsHasNoEffectAndSucceedsLater() {
        emulator.phone().say(ANA, "hola");
        turn("error=1");
        Set<Integer> codes = new TreeSet<>();
        for (int i = 0; i < 30; i++) {
            Answer refused = sendText(ANA, "hola");
            codes.add(refused.status() * 1_000_000 + refused.code());
        }
        assertEquals(Set.of(500_131000, 503_131016), codes);
        assertEquals(0, emulator.state().accepted());

        turn("");

        assertEquals(200, sendText(ANA, "hola").status());
        List<String> shown =
                emulator.phone().transcript(ANA).stream().map(PhoneLine::text).toList();
        assertEquals(List.of("hola", "hola"), shown);
    }

    @Test
    void callsAboutMediaFailToo() {
        turn("error=1");

        assertTrue(Set.of(500, 503).contains(graph("GET", "/v23.0/1", token(), "").status()));
    }

    @Test
    void anAnswerThatIsLateIsAnAnswerAllTheSame() {
        emulator.phone().say(ANA, "hola");
        turn("delay=1");

        assertEquals(200, sendText(ANA, "buenas").status());
        assertTrue(emulator.awaitQuiet(SOON));
    }
}
