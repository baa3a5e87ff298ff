package io.conserje.aws.priming;

import io.conserje.aws.Env;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Has the JDK speak TLS once: reading its certificates and its first handshake are what the first
 * message to a provider would wait for. AWS's own address answers whoever asks whether it is well.
 */
record Handshake(Env env) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    void make() throws IOException {
        Optional<URI> address = address();
        if (address.isPresent()) {
            make(address.get());
        }
    }

    /** Where the services are stand-ins nobody needs TLS. */
    private Optional<URI> address() {
        return env.get("AWS_ENDPOINT_URL").isPresent()
                        || env.get("AWS_ENDPOINT_URL_DYNAMODB").isPresent()
                ? Optional.empty()
                : env.get("AWS_REGION")
                        .map(region ->
                                URI.create("https://dynamodb." + region + ".amazonaws.com/"));
    }

    private static void make(URI address) throws IOException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
