package io.conserje.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.Env;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEventStatus;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Lambda and CodeDeploy. A client lives for one call: the hook runs a few times in a deployment,
 * and a snapshot holds no connection then.
 */
@Factory
final class Aws {
    private static final String ENDPOINT = "AWS_ENDPOINT_URL_";
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A new version's first call restores its snapshot, and may wait for its tables. */
    private static final Duration INVOKE = Duration.ofSeconds(30);

    private static final Duration TELL = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Bean
    @Singleton
    Deployed deployed(Env env) {
        return (version, event) -> {
            try (LambdaClient lambda = build(env, LambdaClient.builder(), "LAMBDA", INVOKE)) {
                return answer(
                        lambda.invoke(invoke ->
                                invoke.functionName(version)
                                        .payload(SdkBytes.fromUtf8String(event.toString()))));
            } catch (SdkException | JsonProcessingException e) {
                return new Deployed.Answer.Failed("cannot be called: " + e.getMessage());
            }
        };
    }

    private static Deployed.Answer answer(InvokeResponse response) throws JsonProcessingException {
        String payload = response.payload().asUtf8String();
        if (response.functionError() != null) {
            return new Deployed.Answer.Failed(response.functionError() + ": " + payload);
        }
        JsonNode value = JSON.readTree(payload);
        return new Deployed.Answer.Returned(value);
    }

    @Bean
    @Singleton
    Verdicts verdicts(Env env) {
        return (deployment, execution, succeeded) -> {
            try (CodeDeployClient client =
                    build(env, CodeDeployClient.builder(), "CODEDEPLOY", TELL)) {
                client.putLifecycleEventHookExecutionStatus(put ->
                        put.deploymentId(deployment)
                                .lifecycleEventHookExecutionId(execution)
                                .status(
                                        succeeded
                                                ? LifecycleEventStatus.SUCCEEDED
                                                : LifecycleEventStatus.FAILED));
            }
        };
    }

    /** Every call may be made again: none has an effect, and a verdict said twice is the same. */
    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            Env env, B builder, String service, Duration attempt) {
        builder.httpClientBuilder(AwsCrtHttpClient.builder().connectionTimeout(CONNECT))
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .apiCallAttemptTimeout(attempt)
                                .apiCallTimeout(attempt.multipliedBy(2))
                                .retryStrategy(RetryMode.STANDARD)
                                .build());
        env.get("AWS_REGION").map(Region::of).ifPresent(builder::region);
        env.get(ENDPOINT + service)
                .ifPresent(url ->
                        builder.endpointOverride(URI.create(url))
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(
                                                AwsBasicCredentials.create("local", "local"))));
        return builder.build();
    }
}
