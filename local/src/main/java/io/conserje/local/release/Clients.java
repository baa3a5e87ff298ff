package io.conserje.local.release;

import io.conserje.aws.Env;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The services that deploy. Everything asked of them can be asked again without harm: a retry of
 * the SDK's is safe.
 */
public final class Clients implements AutoCloseable {
    private static final String ENDPOINT = "AWS_ENDPOINT_URL_";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(90);

    /** The largest artifact is the layer, and an uplink may be slow. */
    private static final Duration UPLOAD = Duration.ofMinutes(10);

    private final Env env;
    private final SdkHttpClient http;
    private final CloudFormationClient stacks;
    private final S3Client files;
    private final StsClient identity;

    public Clients(Env env) {
        this.env = env;
        this.http = AwsCrtHttpClient.builder().connectionTimeout(CONNECT).build();
        this.stacks =
                build(
                        CloudFormationClient.builder().httpClient(http),
                        "CLOUDFORMATION",
                        ATTEMPT,
                        CALL);
        this.files =
                build(
                        S3Client.builder()
                                .httpClient(http)
                                .serviceConfiguration(files -> files.chunkedEncodingEnabled(false))
                                .forcePathStyle(env.get(ENDPOINT + "S3").isPresent()),
                        "S3",
                        UPLOAD,
                        UPLOAD.multipliedBy(2));
        this.identity = build(StsClient.builder().httpClient(http), "STS", ATTEMPT, CALL);
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
        // As the functions' clients do: real credentials never go to an endpoint that is not AWS.
        env.get(ENDPOINT + service)
                .ifPresent(url ->
                        builder.endpointOverride(URI.create(url))
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(
                                                AwsBasicCredentials.create("local", "local"))));
        return builder.build();
    }

    CloudFormationClient stacks() {
        return stacks;
    }

    S3Client files() {
        return files;
    }

    String account() {
        return identity.getCallerIdentity().account();
    }

    String region() {
        return files.serviceClientConfiguration().region().id();
    }

    @Override
    public void close() {
        stacks.close();
        files.close();
        identity.close();
        http.close();
    }
}
