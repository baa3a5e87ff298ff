package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.session.SessionState.State;
import io.conserje.local.emulator.session.SessionProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** However many processes there are, one writes. */
class SingleWriterTest extends WithStores {

    /** Behaviour 15. */
    @Test
    void aSecondProcessWaitsForTheFirst() {
        SessionProcess first = rig.paired();
        rig.start();
        String said = rig.anaSays("hola");
        rig.until("what Ana said", () -> rig.heard().contains(said));
        assertEquals(1, rig.logins(), "the second never logged in");

        rig.kill(first);
        String then = rig.anaSays("¿hay alguien?");
        rig.until("the second", () -> rig.heard().contains(then));

        assertEquals(List.of(said, then), rig.heard());
        assertEquals(2, rig.logins());
    }

    /** Behaviour 15. */
    @Test
    void whoWasFrozenAndReplacedEndsByItself() throws IOException, InterruptedException {
        SessionProcess frozen = rig.paired();
        signal(frozen, "STOP");
        rig.start();
        String said = rig.anaSays("hola");
        rig.until("the second", () -> rig.heard().contains(said));

        signal(frozen, "CONT");

        int status = rig.exit(frozen);
        assertTrue(status == 72 || status == 73, "it ended with " + status);
        String then = rig.anaSays("¿siguen ahí?");
        rig.until("the second goes on", () -> rig.heard().contains(then));
        assertEquals(List.of(said, then), rig.heard());
    }

    /** Behaviour 15: somebody else took the lease, and the process does not know it yet. */
    @Test
    void whoseLeaseIsTakenWritesNothingMore() {
        SessionProcess first =
                rig.paired(Map.of("RENEW_MILLIS", "60000", "LEASE_MILLIS", "120000"));
        String key = "S#" + rig.name();
        stores.clients()
                .dynamo()
                .updateItem(update ->
                        update.tableName("session-keys")
                                .key(
                                        Map.of(
                                                "pk", AttributeValue.fromS(key),
                                                "sk", AttributeValue.fromS("LEASE")))
                                .updateExpression("ADD fence :one SET expiresMillis = :past")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":one", AttributeValue.fromN("1"),
                                                ":past", AttributeValue.fromN("0"))));

        String said = rig.anaSays("hola");

        assertEquals(72, rig.exit(first));
        assertTrue(rig.stillQueued(said), "it was not acknowledged");
        rig.start();
        rig.until("what Ana said", () -> rig.heard().contains(said));
        assertEquals(List.of(said), rig.heard());
    }

    /** Behaviour 16. */
    @Test
    void whoIsReplacedDoesNotFightForTheConnection() {
        SessionProcess first = rig.paired();

        rig.mock().post("/kick", Map.of("reason", "440"));

        assertEquals(73, rig.exit(first));
        assertEquals(1, rig.logins());
    }

    /** Behaviour 19. */
    @Test
    void whoIsAskedToGoGoesAtOnceAndTheNextIsThere() {
        SessionProcess first = rig.paired();
        Instant asked = Instant.now();

        first.process().destroy();

        assertEquals(0, rig.exit(first));
        assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 10);
        rig.start();
        rig.until("the next", () -> rig.logins() >= 2);
        rig.untilState(State.OPEN);
        assertFalse(rig.logged().contains("the lease is lost"));
    }

    private static void signal(SessionProcess process, String name)
            throws IOException, InterruptedException {
        int status =
                new ProcessBuilder("kill", "-" + name, Long.toString(process.process().pid()))
                        .start()
                        .waitFor();
        assertEquals(0, status);
    }
}
