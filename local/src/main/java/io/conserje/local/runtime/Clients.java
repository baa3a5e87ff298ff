package io.conserje.local.runtime;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients for the embedded servers, which accept any credentials. */
final class Clients implements AutoCloseable {
    static final String ACCESS_KEY = "local";
    static final String SECRET_KEY = "local";
    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));

    private final SdkHttpClient http;
    private final SqsClient sqs;
    private final DynamoDbClient dynamodb;

    Clients(URI sqs, URI dynamodb) {
        this.http =
                AwsCrtHttpClient.builder()
                        .maxConcurrency(512)
                        .connectionTimeout(Duration.ofSeconds(2))
                        .build();
        this.sqs =
                SqsClient.builder()
                        .endpointOverride(sqs)
                        .region(Region.of(Arn.REGION))
                        .credentialsProvider(ANYBODY)
                        .httpClient(http)
                        .build();
        this.dynamodb =
                DynamoDbClient.builder()
                        .endpointOverride(dynamodb)
                        .region(Region.of(Arn.REGION))
                        .credentialsProvider(ANYBODY)
                        .httpClient(http)
                        .build();
    }

    SqsClient sqs() {
        return sqs;
    }

    DynamoDbClient dynamodb() {
        return dynamodb;
    }

    @Override
    public void close() {
        sqs.close();
        dynamodb.close();
        http.close();
    }
}
