package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.application.session.SessionState.State;
import io.conserje.local.emulator.session.SessionProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message of a customer is lost, whenever the process dies and whatever is away. */
class ReceivingTest extends WithStores {

    /** Behaviour 6. */
    @ParameterizedTest
    @ValueSource(strings = {"before-publish", "after-publish", "after-commit", "after-receipt"})
    void whoeverDiesWheneverIsReplacedAndNothingIsLost(String moment) {
        rig.kill(rig.paired());
        SessionProcess doomed = rig.start(Map.of("CRASH_AT", moment));
        rig.untilState(State.OPEN);

        String said = rig.anaSays("hola");
        assertEquals(137, rig.exit(doomed), "it was to kill itself");
        rig.start();

        rig.until("what Ana said", () -> rig.heard().contains(said));
        String then = rig.anaSays("¿siguen ahí?");
        rig.until("what she says then", () -> rig.heard().contains(then));
        assertEquals(List.of(said, then), rig.heard());
    }

    /** Behaviour 7. */
    @Test
    void whatCannotBeQueuedIsNotAcknowledged() {
        rig.paired();
        stores.sqs().shut();
        String said = rig.anaSays("hola");
        rig.until(
                "a failure to publish",
                () -> rig.logged().contains("the inbound queue does not take a message"));

        assertTrue(rig.stillQueued(said), "WhatsApp still has it");
        assertEquals(1, rig.logins(), "the connection stayed open");

        stores.sqs().open();
        rig.until("what Ana said", () -> rig.heard().contains(said));
        rig.until("its receipt", () -> !rig.stillQueued(said));
        assertEquals(1, rig.heard().size());
    }

    /** Behaviour 8, as far as the session sees to it; the rest is the conversation's. */
    @Test
    void whatComesTwiceIsQueuedOnce() {
        rig.paired();
        ObjectNode twice = JsonNodeFactory.instance.objectNode().put("text", "hola");
        String said = rig.says(Rig.ANA, twice.put("times", 2));
        String then = rig.anaSays("¿y el sábado?");

        rig.until("both", () -> rig.heard().contains(then));

        assertEquals(List.of(said, then), rig.heard());
    }

    /** Behaviour 9. */
    @Test
    void whatCameWhileItWasAwayIsHeardInItsOrder() {
        rig.kill(rig.paired());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            said.add(rig.anaSays("número " + i));
        }

        rig.start();

        rig.until("all of it", () -> new HashSet<>(rig.heard()).containsAll(said));
        assertEquals(said, rig.heard());
        assertTrue(rig.inbound().stream().allMatch(one -> one.path("offline").asBoolean()));
    }

    /** Behaviour 9: what is said while the backlog is worked off comes after it. */
    @Test
    void whatIsSaidNowComesAfterWhatWasSaidBefore() {
        rig.kill(rig.paired());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            said.add(rig.anaSays("antes " + i));
        }
        long logins = rig.logins();

        rig.start();
        rig.until("the next login", () -> rig.logins() > logins);
        for (int i = 0; i < 5; i++) {
            said.add(rig.anaSays("ahora " + i));
        }

        rig.until("all of it", () -> new HashSet<>(rig.heard()).containsAll(said));
        assertEquals(said, rig.heard());
    }

    /** The first message of somebody new takes longer than the next. */
    @Test
    void whatIsSaidAtOnceIsHeardInItsOrder() {
        rig.paired();
        Map<String, List<String>> said = new HashMap<>();
        for (int person = 0; person < 5; person++) {
            String phone = "5076000020" + person;
            for (int i = 0; i < 4; i++) {
                ObjectNode text = JsonNodeFactory.instance.objectNode().put("text", "a " + i);
                said.computeIfAbsent(phone, any -> new ArrayList<>()).add(rig.says(phone, text));
            }
        }

        rig.until(
                "all of it",
                () -> said.values().stream().allMatch(new HashSet<>(rig.heard())::containsAll));

        said.values()
                .forEach(ids ->
                        assertEquals(ids, rig.heard().stream().filter(ids::contains).toList()));
    }

    /** Behaviour 10. */
    @Test
    void aSenderIsTheSameByNumberAndByLid() {
        rig.paired();
        ObjectNode hidden = JsonNodeFactory.instance.objectNode().put("text", "hola");
        String first = rig.anaSays("soy Ana");
        String second = rig.says(Rig.ANA, hidden.put("viaLid", true));
        rig.until("both", () -> rig.heard().containsAll(List.of(first, second)));

        for (JsonNode one : rig.inbound()) {
            assertEquals(Rig.ANA, one.path("chat").path("pn").asText(), one::toString);
            assertFalse(one.path("offline").asBoolean(), one::toString);
            assertTrue(one.path("chat").path("lid").asText().matches("\\d+"), one::toString);
        }
    }

    /** Behaviour 11. */
    @Test
    void whatCannotBeDecryptedIsAskedForAgain() {
        rig.paired();
        String well = rig.anaSays("hola");
        rig.until("the first", () -> rig.heard().contains(well));
        ObjectNode broken = JsonNodeFactory.instance.objectNode().put("text", "¿abren?");
        String said = rig.says(Rig.ANA, broken.put("corrupt", true));

        rig.until("its repetition", () -> rig.heard().contains(said));

        assertEquals(List.of(well, said), rig.heard());
        rig.until(
                "the count",
                () ->
                        rig.state()
                                .filter(it -> it.counts().getOrDefault("undecryptable", 0L) >= 1)
                                .isPresent());
    }
}
