package io.conserje.local.simulation.cloud;

import io.conserje.aws.AwsClients;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables without faults, as the adapters see them. */
final class SimulatedClients extends AwsClients {
    private final DynamoDbClient tables =
            new SimulatedTables(new SimulatedItems(), Line.STRAIGHT, Flaw.NONE);

    SimulatedClients() {
        super(SimulatedClients::variable);
    }

    /** Tables are named as their variables are. */
    static Optional<String> variable(String name) {
        return name.endsWith("_TABLE") ? Optional.of(name) : Optional.empty();
    }

    @Override
    public DynamoDbClient dynamo() {
        return tables;
    }
}
