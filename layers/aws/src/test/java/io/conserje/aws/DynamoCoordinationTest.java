package io.conserje.aws;

import io.conserje.application.Coordination;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.contract.CoordinationContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class DynamoCoordinationTest implements CoordinationContract {
    private final AwsClients clients;
    private final Coordination coordination;

    DynamoCoordinationTest(EmbeddedStage stage) {
        this.clients = new AwsClients(stage::variable);
        this.coordination = new DynamoCoordination(clients, stage::variable);
    }

    @Override
    public Coordination coordination() {
        return coordination;
    }

    @AfterEach
    void close() {
        clients.close();
    }
}
