package io.conserje.local.simulation.cloud;

import io.conserje.aws.AwsClients;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables without faults, as the adapters see them. */
final class SimulatedClients extends AwsClients {
    private final DynamoDbClient tables =
            new SimulatedTables(new SimulatedItems(), new OneAtATime(), Flaw.NONE);

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

    /** In a simulation one thread runs at a time; in a contract many really do. */
    private static final class OneAtATime implements Line {
        @Override
        public synchronized <T> T call(String operation, boolean onceOnly, Supplier<T> effect) {
            return effect.get();
        }
    }
}
