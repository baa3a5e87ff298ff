package io.conserje.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of the services, made when first used. Their connections and credentials do not go
 * into a snapshot.
 */
public class AwsClients implements Resource, AutoCloseable {
    private static final String ENDPOINT = "AWS_ENDPOINT_URL_";
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(9);

    /** A file of 100 MB takes seconds; one that stands still is noticed before. */
    private static final Duration FILE_ATTEMPT = Duration.ofSeconds(15);

    private static final Duration FILE_CALL = Duration.ofSeconds(25);

    private final Env env;
    private final List<ExecutionInterceptor> guards;
    private final Connections connections = new Connections();
    private final Credentials credentials = new Credentials();
    private final Reopened<DynamoDbClient> dynamo =
            new Reopened<>(
                    () -> build(DynamoDbClient.builder().httpClient(connections()), "DYNAMODB"));
    private final Reopened<SqsClient> sqs =
            new Reopened<>(() -> build(SqsClient.builder().httpClient(connections()), "SQS"));
    private final Reopened<SecretsManagerClient> secrets =
            new Reopened<>(() ->
                    build(
                            SecretsManagerClient.builder().httpClient(connections()),
                            "SECRETS_MANAGER"));
    private final Reopened<S3Client> s3 = new Reopened<>(this::files);
    private final Reopened<S3Presigner> signer = new Reopened<>(this::signerOfFiles);

    public AwsClients(Env env) {
        this(env, List.of());
    }

    /**
     * @param guards whom each call goes by before it is made; on Lambda there are none
     */
    @SuppressWarnings(
            "this-escape") // the context keeps it weakly and calls it only before a snapshot
    public AwsClients(Env env, List<ExecutionInterceptor> guards) {
        this.env = env;
        this.guards = List.copyOf(guards);
        Core.getGlobalContext().register(this);
    }

    public DynamoDbClient dynamo() {
        return dynamo.get();
    }

    public SqsClient sqs() {
        return sqs.get();
    }

    public SecretsManagerClient secrets() {
        return secrets.get();
    }

    public S3Client s3() {
        return s3.get();
    }

    /** Signs addresses of files; it calls nobody, except for credentials. */
    public S3Presigner signer() {
        return signer.get();
    }

    private SdkHttpClient connections() {
        return connections;
    }

    private S3Client files() {
        return build(
                S3Client.builder()
                        .httpClient(connections)
                        .forcePathStyle(env.get(ENDPOINT + "S3").isPresent()),
                "S3",
                FILE_ATTEMPT,
                FILE_CALL);
    }

    /** For the same place as the client's, with the same credentials. */
    private S3Presigner signerOfFiles() {
        var client = s3().serviceClientConfiguration();
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

    private <B extends AwsClientBuilder<B, C>, C> C build(B builder, String service) {
        return build(builder, service, ATTEMPT, CALL);
    }

    private <B extends AwsClientBuilder<B, C>, C> C build(
            B builder, String service, Duration attempt, Duration call) {
        builder.credentialsProvider(credentials)
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .apiCallAttemptTimeout(attempt)
                                .apiCallTimeout(call)
                                .retryStrategy(RetryMode.STANDARD)
                                .executionInterceptors(guards)
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
    public void close() {
        signer.close();
        s3.close();
        dynamo.close();
        sqs.close();
        secrets.close();
        disconnect();
    }

    private void disconnect() {
        connections.close();
        credentials.forget();
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        disconnect();
        connections.forgetAddresses();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
