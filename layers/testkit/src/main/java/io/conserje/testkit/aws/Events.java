package io.conserje.testkit.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The events in the repository's folder of that name, by their path in it. */
public final class Events {
    /** What the webhooks in the folder are signed with. */
    public static final String APP_SECRET = "an-app-secret-for-the-events-in-this-folder";

    /** What the handshake in the folder carries. */
    public static final String VERIFY_TOKEN = "a-verify-token-for-the-events-in-this-folder";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Events() {}

    public static APIGatewayV2HTTPEvent http(String path) {
        return read(path, APIGatewayV2HTTPEvent.class);
    }

    public static SQSEvent queue(String path) {
        return read(path, SQSEvent.class);
    }

    @SuppressWarnings("unchecked") // an object of JSON has texts for names
    public static Map<String, Object> schedule(String path) {
        return read(path, Map.class);
    }

    private static <T> T read(String path, Class<T> type) {
        Path file = Path.of(System.getProperty("conserje.root", "."), "events", path);
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
