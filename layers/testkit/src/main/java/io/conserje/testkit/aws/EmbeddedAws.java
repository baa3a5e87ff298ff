package io.conserje.testkit.aws;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local and ElasticMQ, in memory, on ports of their own. */
final class EmbeddedAws implements AutoCloseable {
    private final DynamoDBProxyServer tables;
    private final SQSRestServer queues;
    private final DynamoDbClient dynamo;
    private final SqsClient sqs;
    private final String dynamoUrl;
    private final String sqsUrl;
    private final AtomicInteger stages = new AtomicInteger();

    private EmbeddedAws(DynamoDBProxyServer tables, int tablesPort, SQSRestServer queues) {
        this.tables = tables;
        this.queues = queues;
        this.dynamoUrl = "http://localhost:" + tablesPort;
        this.sqsUrl = "http://localhost:" + queues.waitUntilStarted().localAddress().getPort();
        this.dynamo = client(DynamoDbClient.builder(), dynamoUrl);
        this.sqs = client(SqsClient.builder(), sqsUrl);
    }

    static EmbeddedAws start() {
        int port = FreePort.find();
        try {
            DynamoDBProxyServer tables =
                    ServerRunner.createServerFromCommandLineArgs(
                            new String[] {
                                "-inMemory", "-disableTelemetry", "-port", Integer.toString(port)
                            });
            tables.start();
            return new EmbeddedAws(
                    tables,
                    port,
                    SQSRestServerBuilder.withPort(0).withInterface("localhost").start());
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    /** Tables and queues of its own, all of them empty. */
    EmbeddedStage newStage() {
        return EmbeddedStage.create(
                "s" + stages.incrementAndGet(), new Servers(dynamo, dynamoUrl, sqs, sqsUrl));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String url) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(url))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .build();
    }

    @Override
    public void close() throws Exception {
        dynamo.close();
        sqs.close();
        queues.stopAndWait();
        tables.stop();
    }
}
