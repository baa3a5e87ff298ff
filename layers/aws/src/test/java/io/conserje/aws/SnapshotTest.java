package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations;
import io.conserje.testkit.Talk;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.wire.Wire;
import java.security.SecureRandom;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(EmbeddedStages.class)
class SnapshotTest {

    @Test
    void theClientsOutliveASnapshotAndCallAgainAfterIt(EmbeddedStage stage) {
        try (AwsClients clients = new AwsClients(stage::variable)) {
            Conversations conversations =
                    new DynamoConversations(
                            clients, stage::variable, new Wire(), new SecureRandom());
            Talk ana = Talk.withAna();
            conversations.load(ana.project(), ana.id());
            DynamoDbClient before = clients.dynamo();
            assertSame(before, clients.dynamo());

            clients.beforeCheckpoint(Core.getGlobalContext());
            clients.afterRestore(Core.getGlobalContext());

            assertEquals(Conversation.fresh(), conversations.load(ana.project(), ana.id()));
            assertSame(before, clients.dynamo());
        }
    }
}
