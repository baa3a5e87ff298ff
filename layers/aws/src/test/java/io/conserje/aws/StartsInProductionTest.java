package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.Channels;
import io.conserje.application.SecretStore;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.ScriptedChannel;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is looked at while a function initialises, before its snapshot is taken. */
@ExtendWith(EmbeddedStages.class)
class StartsInProductionTest {
    private final EmbeddedStage stage;
    private final AwsClients clients;

    StartsInProductionTest(EmbeddedStage stage) {
        this.stage = stage;
        this.clients = new AwsClients(stage::variable);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void aProdStageWithADummyDoesNotStart() {
        stage.with("STAGE", "prod").secrets().put("{\"scripted/clinica/app-secret\":\"dummy\"}");

        assertThrows(IllegalStateException.class, this::start);
    }

    @Test
    void whatWasReadForTheCheckIsNotInTheSnapshot() {
        stage.with("STAGE", "prod")
                .secrets()
                .put("{\"scripted/clinica/app-secret\":\"9f8b4c1d7e6a5f3b\"}");

        SecretStore secrets = start();
        stage.secrets().put("{\"scripted/clinica/app-secret\":\"rotated in the meantime\"}");

        assertEquals("rotated in the meantime", secrets.of(Businesses.ACCOUNT).get("app-secret"));
    }

    @Test
    void anyOtherStageStartsWithoutLookingAtItsSecrets() {
        start();

        assertEquals(0, stage.secrets().reads());
    }

    private SecretStore start() {
        return new Wiring()
                .secrets(
                        clients,
                        stage::variable,
                        InstantSource.fixed(Messages.MORNING),
                        Stage.read(stage::variable),
                        new Channels(Stream.of(new ScriptedChannel())));
    }
}
