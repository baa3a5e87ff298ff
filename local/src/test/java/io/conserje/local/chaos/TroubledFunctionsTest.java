package io.conserje.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Services that are away now and then are guarded as those that are not. */
class TroubledFunctionsTest {
    private static final Env ENV =
            name ->
                    Optional.ofNullable(
                            Map.of(
                                            "AWS_REGION", "us-east-1",
                                            "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1",
                                            "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1")
                                    .get(name));

    private static final class Nothing implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
            throw new UnsupportedOperationException("refused");
        }
    }

    @Test
    void a_call_goes_by_the_guards_before_it_is_made() {
        TroubledFunctions functions = new TroubledFunctions(new ServiceTrouble(0.5, 0.5, 1));
        List<Object> substitutes =
                functions.of("ConversationFunction", ENV, List.of(new Nothing()));

        assertEquals(1, substitutes.size());
        try (AwsClients clients = (AwsClients) substitutes.getFirst()) {
            assertThrows(UnsupportedOperationException.class, () -> clients.dynamo().listTables());
            assertThrows(UnsupportedOperationException.class, () -> clients.sqs().listQueues());
        }
    }
}
