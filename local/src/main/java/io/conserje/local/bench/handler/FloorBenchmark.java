package io.conserje.local.bench.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The least that the work can be: read the event, check its signature, parse it, queue it. */
@State(Scope.Benchmark)
public class FloorBenchmark {
    private static final String SECRET = "an-app-secret-for-the-events-in-this-folder";
    private static final String PREFIX = "sha256=";
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(9);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Which HTTP client the SDK has. */
    @Param({"url-connection", "apache5", "crt"})
    public String client = "";

    @SuppressWarnings("NullAway") // set up by JMH before anything else
    private SqsClient sqs;

    @Setup
    public void open(Webhook webhook) {
        sqs =
                SqsClient.builder()
                        .httpClient(http())
                        .overrideConfiguration(
                                ClientOverrideConfiguration.builder()
                                        .apiCallAttemptTimeout(ATTEMPT)
                                        .apiCallTimeout(CALL)
                                        .retryStrategy(RetryMode.STANDARD)
                                        .build())
                        .region(Region.US_EAST_1)
                        .endpointOverride(URI.create(webhook.services))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .build();
    }

    private SdkHttpClient http() {
        return switch (client) {
            case "crt" -> AwsCrtHttpClient.create();
            case "apache5" -> Apache5HttpClient.create();
            case "url-connection" -> UrlConnectionHttpClient.create();
            default -> throw new IllegalArgumentException("no client " + client);
        };
    }

    @Benchmark
    public SendMessageBatchResponse floor(Webhook webhook)
            throws GeneralSecurityException, java.io.IOException {
        APIGatewayV2HTTPEvent event = webhook.event();
        byte[] body = event.getBody().getBytes(UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        byte[] said =
                HexFormat.of()
                        .parseHex(
                                event.getHeaders()
                                        .getOrDefault("x-hub-signature-256", PREFIX)
                                        .substring(PREFIX.length()));
        if (!MessageDigest.isEqual(mac.doFinal(body), said)) {
            throw new IllegalStateException("the signature of the event does not match");
        }
        return send(webhook, JSON.readTree(body));
    }

    private SendMessageBatchResponse send(Webhook webhook, JsonNode read) {
        JsonNode message = read.at("/entry/0/changes/0/value/messages/0");
        return sqs.sendMessageBatch(send ->
                send.queueUrl(webhook.services + "/1/inbound.fifo")
                        .entries(entry ->
                                entry.id("0")
                                        .messageBody(read.toString())
                                        .messageGroupId(message.path("from").asText())
                                        .messageDeduplicationId("5f2c1d")
                                        .messageAttributes(
                                                Map.of(
                                                        "correlation",
                                                        MessageAttributeValue.builder()
                                                                .dataType("String")
                                                                .stringValue("JKJaXmPLvHcESHA=")
                                                                .build()))));
    }

    @TearDown
    public void close() {
        sqs.close();
    }
}
