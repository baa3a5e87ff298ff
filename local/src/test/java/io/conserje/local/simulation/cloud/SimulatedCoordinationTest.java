package io.conserje.local.simulation.cloud;

import io.conserje.application.Coordination;
import io.conserje.aws.DynamoCoordination;
import io.conserje.testkit.contract.CoordinationContract;

/** The simulated tables keep to what DynamoDB is held to. */
class SimulatedCoordinationTest implements CoordinationContract {
    private final Coordination coordination =
            new DynamoCoordination(new SimulatedClients(), SimulatedClients::variable);

    @Override
    public Coordination coordination() {
        return coordination;
    }
}
