package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.Unavailable;
import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.ProjectId;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class DynamoDirectoryTest {
    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final DynamoDirectory operators;
    private final DynamoDirectory functions;
    private Instant now = Messages.MORNING;

    DynamoDirectoryTest(EmbeddedStage stage) {
        this.stage = stage;
        this.clients = new AwsClients(stage::variable);
        this.operators = directory();
        this.functions = directory();
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void allAccountsAreListed() {
        operators.put(Businesses.clinic());
        operators.put(Businesses.account());

        assertEquals(List.of(Businesses.account()), functions.accounts());
    }

    @Test
    void whatIsPutIsFoundAsItWas() {
        operators.put(Businesses.clinic());
        operators.put(Businesses.account());

        assertEquals(Optional.of(Businesses.clinic()), functions.business(Businesses.CLINIC));
        assertEquals(Optional.of(Businesses.account()), functions.account(Businesses.ACCOUNT));
    }

    @Test
    void whatIsNotThereIsLookedForEachTime() {
        assertEquals(Optional.empty(), functions.account(Businesses.ACCOUNT));

        operators.put(Businesses.account());

        assertEquals(Optional.of(Businesses.account()), functions.account(Businesses.ACCOUNT));
    }

    @Test
    void aChangeTakesHoldWithinAMinute() {
        Account before = new Account(Businesses.CLINIC, Businesses.ACCOUNT, Map.of("number", "1"));
        Account after = new Account(Businesses.CLINIC, Businesses.ACCOUNT, Map.of("number", "2"));
        operators.put(before);
        functions.account(Businesses.ACCOUNT);
        operators.put(after);

        now = now.plusSeconds(59);
        assertEquals(Optional.of(before), functions.account(Businesses.ACCOUNT));
        now = now.plusSeconds(1);
        assertEquals(Optional.of(after), functions.account(Businesses.ACCOUNT));
    }

    @Test
    void whoPutsSeesItAtOnce() {
        Business closed = Businesses.clinicOpen(Map.of());
        operators.put(Businesses.clinic());
        operators.business(Businesses.CLINIC);

        operators.put(closed);

        assertEquals(Optional.of(closed), operators.business(Businesses.CLINIC));
    }

    @Test
    void everyProjectIsNamedOnce() {
        operators.put(Businesses.clinic());
        operators.put(Businesses.account());
        operators.put(Businesses.clinicOf(new ProjectId("branch")));
        operators.put(Businesses.clinic());

        assertEquals(List.of(new ProjectId("branch"), Businesses.CLINIC), functions.projects());
    }

    @Test
    void aTableThatDoesNotAnswerIsUnavailable() {
        stage.with("DIRECTORY_TABLE", "gone");

        assertThrows(Unavailable.class, () -> directory().account(Businesses.ACCOUNT));
        assertThrows(Unavailable.class, () -> directory().projects());
    }

    private DynamoDirectory directory() {
        return new DynamoDirectory(clients, stage::variable, new Wire(), () -> now);
    }
}
