package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.Unavailable;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class ManagedSecretsTest {
    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final ManagedSecrets secrets;
    private Instant now = Messages.MORNING;

    ManagedSecretsTest(EmbeddedStage stage) {
        this.stage = stage;
        this.clients = new AwsClients(stage::variable);
        this.secrets = new ManagedSecrets(clients, stage::variable, () -> now);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void anAccountHasItsOwnSecrets() {
        stage.secrets()
                .put(
                        "{\"scripted/clinica/app-secret\":\"s1\",\"scripted/otra/app-secret\":\"s2\"}");

        assertEquals("s1", secret());
    }

    @Test
    void theyAreReadWhenUsedAndRememberedForFiveMinutes() {
        put("old");
        assertEquals(0, stage.secrets().reads());
        secret();
        put("rotated");

        now = now.plusSeconds(300);
        assertEquals("old", secret());
        now = now.plusSeconds(1);
        assertEquals("rotated", secret());

        assertEquals(2, stage.secrets().reads());
    }

    @Test
    void beforeASnapshotTheyAreForgotten() {
        put("old");
        secret();
        put("new");

        secrets.forget();

        assertEquals("new", secret());
    }

    @Test
    void oneThatIsNotThereIsNamed() {
        stage.secrets().put("{\"scripted/clinica/access-token\":\"hush\"}");

        assertEquals(
                "secret 'scripted/clinica/app-secret' is not in conserje/dev1: add it there",
                failure());
    }

    @Test
    void oneThatIsBlankIsNotThere() {
        put(" ");

        assertEquals(
                "secret 'scripted/clinica/app-secret' is not in conserje/dev1: add it there",
                failure());
    }

    @Test
    void oneThatIsNullIsNotThere() {
        stage.secrets().put("{\"scripted/clinica/app-secret\":null}");

        assertEquals(
                "secret 'scripted/clinica/app-secret' is not in conserje/dev1: add it there",
                failure());
    }

    @Test
    void aStageWithoutAnySecretsSaysWhichIsMissing() {
        assertEquals(
                "secret 'scripted/clinica/app-secret' is not in conserje/dev1: add it there",
                failure());
    }

    @Test
    void whatIsNotAnObjectOfNamesAndTextsIsNeverQuoted() {
        stage.secrets().put("hush hush");
        assertFalse(failure().contains("hush"), failure());

        stage.secrets().put("{\"scripted/clinica/app-secret\":{\"hush\":\"hush\"}}");
        secrets.forget();
        assertFalse(failure().contains("hush"), failure());
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailable() {
        stage.secrets().close();

        assertThrows(Unavailable.class, this::secret);
    }

    private void put(String value) {
        stage.secrets().put("{\"scripted/clinica/app-secret\":\"" + value + "\"}");
    }

    private String secret() {
        return secrets.of(Businesses.ACCOUNT).get("app-secret");
    }

    private String failure() {
        return String.valueOf(assertThrows(IllegalStateException.class, this::secret).getMessage());
    }
}
