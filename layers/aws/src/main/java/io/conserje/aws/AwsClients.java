package io.conserje.aws;

import java.net.URI;
import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of the services, opened when first used and closed before a snapshot: a pooled
 * connection whose peer is gone after a restore would hold the first call for its whole read
 * timeout.
 */
public class AwsClients implements Resource, AutoCloseable {
    private static final String ENDPOINT = "AWS_ENDPOINT_URL_";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(9);
    private static final int CONNECTIONS = 64;

    /** A file of 100 MB takes seconds; one that stands still is noticed before. */
    private static final Duration FILE_ATTEMPT = Duration.ofSeconds(15);

    private static final Duration FILE_CALL = Duration.ofSeconds(25);
    private static final Duration STANDING_STILL = Duration.ofSeconds(10);

    private final Env env;
    private @Nullable Opened opened;
    private @Nullable S3Client s3;
    private @Nullable S3Presigner signer;

    private record Opened(
            SdkHttpClient http,
            DynamoDbClient dynamo,
            SqsClient sqs,
            SecretsManagerClient secrets) {
        void close() {
            dynamo.close();
            sqs.close();
            secrets.close();
            http.close();
        }
    }

    @SuppressWarnings(
            "this-escape") // the context keeps it weakly and calls it only before a snapshot
    public AwsClients(Env env) {
        this.env = env;
        Core.getGlobalContext().register(this);
    }

    public DynamoDbClient dynamo() {
        return open().dynamo();
    }

    public SqsClient sqs() {
        return open().sqs();
    }

    public SecretsManagerClient secrets() {
        return open().secrets();
    }

    /** Opened apart, since few calls have to do with a file. */
    public synchronized S3Client s3() {
        S3Client now = s3;
        if (now == null) {
            now =
                    build(
                            S3Client.builder()
                                    .httpClient(open().http())
                                    .forcePathStyle(env.get(ENDPOINT + "S3").isPresent()),
                            "S3",
                            FILE_ATTEMPT,
                            FILE_CALL);
            s3 = now;
        }
        return now;
    }

    /** Signs addresses of files; it calls nobody, except for credentials. */
    public synchronized S3Presigner signer() {
        S3Presigner now = signer;
        if (now == null) {
            now = signerFor(s3());
            signer = now;
        }
        return now;
    }

    /** For the same place as the client's, with the same credentials. */
    private S3Presigner signerFor(S3Client files) {
        var client = files.serviceClientConfiguration();
        S3Presigner.Builder builder =
                S3Presigner.builder()
                        .region(client.region())
                        .credentialsProvider(client.credentialsProvider())
                        .serviceConfiguration(
                                S3Configuration.builder()
                                        .pathStyleAccessEnabled(
                                                env.get(ENDPOINT + "S3").isPresent())
                                        .build());
        client.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private synchronized Opened open() {
        Opened now = opened;
        if (now == null) {
            SdkHttpClient http =
                    AwsCrtHttpClient.builder()
                            .connectionTimeout(CONNECT)
                            .maxConcurrency(CONNECTIONS)
                            .connectionHealthConfiguration(health ->
                                    health.minimumThroughputInBps(1L)
                                            .minimumThroughputTimeout(STANDING_STILL))
                            .build();
            now =
                    new Opened(
                            http,
                            build(DynamoDbClient.builder().httpClient(http), "DYNAMODB"),
                            build(SqsClient.builder().httpClient(http), "SQS"),
                            build(
                                    SecretsManagerClient.builder().httpClient(http),
                                    "SECRETS_MANAGER"));
            opened = now;
        }
        return now;
    }

    private <B extends AwsClientBuilder<B, C>, C> C build(B builder, String service) {
        return build(builder, service, ATTEMPT, CALL);
    }

    private <B extends AwsClientBuilder<B, C>, C> C build(
            B builder, String service, Duration attempt, Duration call) {
        builder.overrideConfiguration(
                ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(attempt)
                        .apiCallTimeout(call)
                        .retryStrategy(RetryMode.STANDARD)
                        .build());
        env.get("AWS_REGION").map(Region::of).ifPresent(builder::region);
        // An endpoint of its own is never AWS: it gets made-up credentials, so that real ones stay
        // on the machine.
        env.get(ENDPOINT + service)
                .ifPresent(url ->
                        builder.endpointOverride(URI.create(url))
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(
                                                AwsBasicCredentials.create("local", "local"))));
        return builder.build();
    }

    @Override
    public synchronized void close() {
        S3Presigner addresses = signer;
        signer = null;
        if (addresses != null) {
            addresses.close();
        }
        S3Client files = s3;
        s3 = null;
        if (files != null) {
            files.close();
        }
        Opened now = opened;
        opened = null;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        close();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
