package io.conserje.local.simulation.cloud;

import io.conserje.application.Conversations;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoConversations;
import io.conserje.testkit.contract.ConversationsContract;
import io.conserje.wire.Wire;
import java.util.Random;

/** The simulated tables keep to what DynamoDB is held to. */
class SimulatedConversationsTest implements ConversationsContract {
    private final AwsClients clients = new SimulatedClients();
    private final Conversations conversations =
            new DynamoConversations(clients, SimulatedClients::variable, new Wire(), new Random(1));

    @Override
    public Conversations conversations() {
        return conversations;
    }
}
