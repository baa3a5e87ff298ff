package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions.Kind;
import io.conserje.local.emulator.session.SessionProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a connection ends, the session knows what that means. */
class DisconnectTest extends WithStores {

    /** Behaviour 17: what passes is tried again. */
    @ParameterizedTest
    @ValueSource(strings = {"/kick 515", "/kick 500", "/kick 503", "/drop", "/close"})
    void whatPassesIsTriedAgain(String end) {
        rig.paired();

        String[] parts = end.split(" ", 2);
        rig.mock().post(parts[0], parts.length == 2 ? Map.of("reason", parts[1]) : Map.of());

        rig.until("another login", () -> rig.logins() >= 2);
        rig.untilState(State.OPEN);
        String said = rig.anaSays("hola");
        rig.until("what Ana says", () -> rig.heard().contains(said));
    }

    /** Behaviour 17: what does not pass is told, and not tried again. */
    @ParameterizedTest
    @CsvSource({"401, LOGGED_OUT", "403, BANNED", "402, BANNED", "406, BANNED", "405, OUTDATED"})
    void whatDoesNotPassIsTold(String reason, State told) {
        SessionProcess process = rig.paired();

        rig.mock().post("/refuse", Map.of("code", reason));
        rig.mock().post("/drop", Map.of());

        rig.untilState(told);
        assertFalse(process.ended().isDone(), "it stays, and says how it is");
    }

    /** Behaviour 17: a person links it anew. */
    @Test
    void aLoggedOutSessionIsLinkedAnewWhenAPersonWantsIt() {
        rig.paired();
        rig.mock().post("/kick", Map.of("reason", "device_removed"));
        rig.untilState(State.LOGGED_OUT);

        rig.wish(Kind.PAIR_QR, Optional.empty());
        rig.mock().post("/scan", Map.of("qr", rig.qr()));

        rig.untilState(State.OPEN);
    }

    /** Behaviour 18. */
    @Test
    void aLineThatIsOnlyHalfThereIsNoticed() {
        rig.paired(Map.of("KEEPALIVE_MILLIS", "1500"));
        Instant since = Instant.now();

        rig.mock().post("/freeze", JsonNodeFactory.instance.objectNode().put("on", true));
        rig.until("notice", () -> rig.state().filter(it -> it.state() != State.OPEN).isPresent());

        long seconds = Duration.between(since, Instant.now()).toSeconds();
        assertTrue(seconds < 15, "it took " + seconds + " s with a keepalive of 1.5 s");
        rig.mock().post("/freeze", JsonNodeFactory.instance.objectNode().put("on", false));
        rig.untilState(State.OPEN);
    }

    /** Behaviour 24. */
    @Test
    void whileTheTableIsAwayNothingIsAcknowledgedAndNothingCrashes() {
        SessionProcess process = rig.paired(Map.of("LEASE_MILLIS", "60000"));
        stores.dynamodb().shut();
        String said = rig.anaSays("hola");
        rig.until("a try", () -> rig.logged().contains("could not be renewed"));
        assertTrue(rig.stillQueued(said));

        stores.dynamodb().open();

        rig.until("what Ana said", () -> rig.heard().contains(said));
        rig.until("its receipt", () -> !rig.stillQueued(said));
        assertEquals(1, rig.heard().size());
        assertFalse(process.ended().isDone());
    }
}
