package io.conserje.local.simulation.cloud;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The tables and queues that are there at the moment, as the adapters see them. */
public final class CloudClients extends AwsClients {
    private final Supplier<DynamoDbClient> tables;
    private final Supplier<SqsClient> queues;

    public CloudClients(Env env, Supplier<DynamoDbClient> tables, Supplier<SqsClient> queues) {
        super(env);
        this.tables = tables;
        this.queues = queues;
    }

    @Override
    public DynamoDbClient dynamo() {
        return tables.get();
    }

    @Override
    public SqsClient sqs() {
        return queues.get();
    }
}
