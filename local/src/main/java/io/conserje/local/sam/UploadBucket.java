package io.conserje.local.sam;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** As much of S3 as an upload takes, in one go or in parts: what comes is kept in memory. */
final class UploadBucket implements AutoCloseable {
    private static final String ANSWER =
            "<%1$s><Bucket>b</Bucket><Key>%2$s</Key><UploadId>%2$s</UploadId><ETag>e</ETag></%1$s>";

    private static final byte[] NOTHING = {};

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentSkipListMap<Integer, byte[]>> parts =
            new ConcurrentHashMap<>();
    private final WebServer server;

    UploadBucket() {
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .routing(routing -> routing.any(this::answer))
                        .build()
                        .start();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** By their paths, which begin with the bucket. */
    Map<String, byte[]> objects() {
        return Map.copyOf(objects);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String path = request.path().path();
        switch (request.prologue().method().text()) {
            case "PUT" -> put(path, request, response);
            case "POST" -> post(path, request, response);
            // It asks whether the same is there already.
            default -> response.status(404).send();
        }
    }

    private void put(String path, ServerRequest request, ServerResponse response) {
        byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : NOTHING;
        request.query()
                .first("partNumber")
                .ifPresentOrElse(
                        number -> parts(path).put(Integer.parseInt(number), body),
                        () -> objects.put(path, body));
        response.header(HeaderNames.ETAG, "\"e\"").status(200).send();
    }

    private ConcurrentSkipListMap<Integer, byte[]> parts(String path) {
        return parts.computeIfAbsent(path, any -> new ConcurrentSkipListMap<>());
    }

    private void post(String path, ServerRequest request, ServerResponse response) {
        boolean begins = request.query().contains("uploads");
        if (!begins) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            parts(path).values().forEach(whole::writeBytes);
            objects.put(path, whole.toByteArray());
        }
        String word = begins ? "InitiateMultipartUploadResult" : "CompleteMultipartUploadResult";
        response.header(HeaderNames.CONTENT_TYPE, "application/xml")
                .send(
                        String.format(
                                Locale.ROOT, ANSWER, word, path.substring(1).replace('/', '-')));
    }

    @Override
    public void close() {
        server.stop();
    }
}
