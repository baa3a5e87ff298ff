package io.conserje.aws;

import io.conserje.application.Conversations;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.contract.ConversationsContract;
import io.conserje.wire.Wire;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class DynamoConversationsTest implements ConversationsContract {
    private final AwsClients clients;
    private final Conversations conversations;

    DynamoConversationsTest(EmbeddedStage stage) {
        this.clients = new AwsClients(stage::variable);
        this.conversations =
                new DynamoConversations(clients, stage::variable, new Wire(), new SecureRandom());
    }

    @Override
    public Conversations conversations() {
        return conversations;
    }

    @AfterEach
    void close() {
        clients.close();
    }
}
