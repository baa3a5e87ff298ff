package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions.Kind;
import io.conserje.local.emulator.session.SessionProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must not be seen is not, and who is not WhatsApp is not believed. */
class SecretsTest extends WithStores {

    /** Behaviour 20. */
    @Test
    void noKeyAndNothingThatWasSaidIsInTheLog() {
        rig.kill(rig.paired(Map.of("LOG_LEVEL", "debug")));
        rig.start(Map.of("LOG_LEVEL", "debug"));
        rig.untilState(State.OPEN);
        String said = rig.anaSays("la palabra es murciélago");
        rig.until("what Ana said", () -> rig.heard().contains(said));
        String id = "3EB0AAAAAAAAAAAAAAAAAA";
        rig.command(rig.send(id, "y la respuesta ornitorrinco"));
        rig.until("the event", () -> rig.eventsOf(id).contains("sent"));

        String log = rig.logged();
        for (String secret :
                List.of(
                        "privKey",
                        "rootKey",
                        "chainKey",
                        "murciélago",
                        "ornitorrinco",
                        "a-signing-secret",
                        "a-data-secret")) {
            assertFalse(log.contains(secret), secret + " is in the log");
        }
        assertTrue(log.contains("\"level\""), "there is a log");
    }

    /** What is stored is sealed. */
    @Test
    void noKeyIsReadableInTheTable() {
        rig.paired();
        String pk = "S#" + rig.name();
        String stored =
                stores.clients()
                        .dynamo()
                        .query(query ->
                                query.tableName("session-keys")
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(
                                                Map.of(":pk", AttributeValue.fromS(pk))))
                        .items()
                        .toString();

        assertTrue(stored.contains("CREDS"));
        assertFalse(stored.contains("noiseKey"));
        assertFalse(stored.contains("private"));
    }

    /** Behaviour 21. */
    @Test
    void aServerWhoseCertificateNobodySignedIsRefused() {
        rig.start(Map.of("WHATSAPP_ROOT_KEY", "00".repeat(31) + "09"));
        rig.wish(Kind.PAIR_QR, Optional.empty());

        rig.until("a refusal", () -> rig.logged().contains("certificate"));

        assertTrue(rig.state().filter(it -> it.qr().isEmpty()).isPresent());
    }

    /** Behaviour 27. */
    @Test
    void whatIsForTestsIsRefusedWithoutTest() {
        SessionProcess process = rig.start(Map.of("TEST", ""));

        assertEquals(64, rig.exit(process));
        assertTrue(rig.logged().contains("WHATSAPP_URL"), rig::logged);
    }
}
