package io.conserje.aws;

import java.time.Duration;
import software.amazon.awssdk.crt.io.HostResolver;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/**
 * The connections of the services' clients. A snapshot keeps the clients, which are dear to make,
 * and none of these: a pooled connection whose peer is gone after a restore would hold the first
 * call for its whole read timeout.
 */
final class Connections implements SdkHttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int MOST = 64;
    private static final Duration STANDING_STILL = Duration.ofSeconds(10);

    private final Reopened<SdkHttpClient> pool = new Reopened<>(Connections::open);

    private static SdkHttpClient open() {
        return AwsCrtHttpClient.builder()
                .connectionTimeout(CONNECT)
                .maxConcurrency(MOST)
                .connectionHealthConfiguration(health ->
                        health.minimumThroughputInBps(1L).minimumThroughputTimeout(STANDING_STILL))
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return pool.get().prepareRequest(request);
    }

    @Override
    public String clientName() {
        return "AwsCommonRuntime";
    }

    /** Closes those that are open; the next request opens new ones. */
    @Override
    public void close() {
        pool.close();
    }

    /** Whoever is asked for next is looked up anew, however old the native library's answer is. */
    void forgetAddresses() {
        HostResolver.closeStaticDefault();
    }
}
