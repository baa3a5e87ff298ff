package io.conserje.channel.whatsappsession;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The queue is one of SQS. Reasons name its error and never its address, which holds the number of
 * the AWS account.
 */
final class SqsCommands implements Commands {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    /** Opened by the first call: a snapshot must hold no connection. */
    private static final class Open {
        static final SdkHttpClient HTTP =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(TO_ANSWER)
                        .build();
        static final Map<QueueAddress, SqsClient> CLIENTS = new ConcurrentHashMap<>();
    }

    @Override
    public Handed put(Command command, URI queue, Duration limit) {
        try {
            Open.CLIENTS
                    .computeIfAbsent(QueueAddress.of(queue), SqsCommands::client)
                    .sendMessage(send ->
                            send.queueUrl(queue.toString())
                                    .messageBody(command.text())
                                    .messageGroupId(command.group())
                                    .messageDeduplicationId(command.id())
                                    .overrideConfiguration(call -> call.apiCallTimeout(limit)));
            return new Taken();
        } catch (AwsServiceException e) {
            return answered(e);
        } catch (SdkClientException e) {
            return broken(e);
        }
    }

    /** A try again is for who asked: only they know what it means for the message. */
    private static SqsClient client(QueueAddress address) {
        SqsClientBuilder builder =
                SqsClient.builder()
                        .httpClient(Open.HTTP)
                        .endpointOverride(address.endpoint())
                        .overrideConfiguration(
                                calls -> calls.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        address.region().map(Region::of).ifPresent(builder::region);
        if (!address.isAws()) {
            // It gets made-up credentials, so that real ones stay on the machine.
            builder.region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("local", "local")));
        }
        return builder.build();
    }

    private static Handed answered(AwsServiceException refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String code = details == null ? "no code" : String.valueOf(details.errorCode());
        String reason = "the commands queue answers " + refusal.statusCode() + " " + code;
        if (refusal.isThrottlingException()) {
            return new NotTaken(Delay.THROUGHPUT, reason);
        }
        if (refusal.statusCode() >= 500) {
            return new InDoubt(reason);
        }
        return isOfTheBody(code)
                ? new Never(reason)
                : new NotTaken(Delay.OPERATOR, reason + ": see the setting 'commands-queue'");
    }

    /** Too long, or with a character that SQS does not take ({@code SendMessage}, errors). */
    private static boolean isOfTheBody(String code) {
        return code.contains("InvalidMessageContents") || code.contains("InvalidParameterValue");
    }

    private static Handed broken(SdkClientException failure) {
        boolean late =
                failure instanceof ApiCallTimeoutException
                        || failure instanceof ApiCallAttemptTimeoutException
                        || failure instanceof AbortedException;
        if (late) {
            return new InDoubt("the commands queue does not answer in time");
        }
        if (causes(failure).anyMatch(SqsCommands::isBeforeTheCall)) {
            return new NotTaken(Delay.OUTAGE, "no connection to the commands queue");
        }
        return causes(failure).anyMatch(IOException.class::isInstance)
                ? new InDoubt("connection lost before the commands queue answered")
                : new NotTaken(
                        Delay.OPERATOR, "no credentials or no region to call the queue with");
    }

    private static boolean isBeforeTheCall(Throwable cause) {
        return switch (cause) {
            case ConnectException e -> true;
            case NoRouteToHostException e -> true;
            case UnknownHostException e -> true;
            case SSLHandshakeException e -> true;
            // Of the JDK's two, the other says that it waited for the answer.
            case SocketTimeoutException e -> String.valueOf(e.getMessage()).contains("onnect");
            default -> false;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause);
    }
}
