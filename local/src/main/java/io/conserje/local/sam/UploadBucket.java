package io.conserje.local.sam;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * As much of S3 as uploads take, in one go or in parts: what comes is kept in memory, and given
 * back.
 */
public final class UploadBucket implements AutoCloseable {
    private static final String ANSWER =
            "<%1$s><Bucket>b</Bucket><Key>%2$s</Key><UploadId>%2$s</UploadId><ETag>e</ETag></%1$s>";

    private static final byte[] NOTHING = {};

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> buckets = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentSkipListMap<Integer, byte[]>> parts =
            new ConcurrentHashMap<>();
    private final WebServer server;

    public UploadBucket() {
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

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** By their paths, which begin with the bucket. */
    public Map<String, byte[]> objects() {
        return Map.copyOf(objects);
    }

    /** The buckets that were made here, each with what was set on it. */
    public Map<String, Set<String>> buckets() {
        return buckets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, made -> Set.copyOf(made.getValue())));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String path = request.path().path();
        boolean ofBucket = path.indexOf('/', 1) < 0;
        switch (request.prologue().method().text()) {
            case "PUT" -> {
                if (ofBucket) {
                    set(path, request, response);
                } else {
                    put(path, request, response);
                }
            }
            case "POST" -> post(path, request, response);
            case "HEAD" ->
                    response.status(
                                    (ofBucket
                                                    ? buckets.containsKey(path)
                                                    : objects.containsKey(path))
                                            ? 200
                                            : 404)
                            .send();
            case "GET" -> {
                if (ofBucket) {
                    list(path, request, response);
                } else {
                    get(path, response);
                }
            }
            default -> response.status(404).send();
        }
    }

    private void set(String path, ServerRequest request, ServerResponse response) {
        if (request.content().hasEntity()) {
            request.content().as(byte[].class);
        }
        Set<String> settings = buckets.computeIfAbsent(path, any -> new ConcurrentSkipListSet<>());
        settings.addAll(request.query().names());
        response.status(200).send();
    }

    private void get(String path, ServerResponse response) {
        byte[] object = objects.get(path);
        if (object == null) {
            response.status(404)
                    .header(HeaderNames.CONTENT_TYPE, "application/xml")
                    .send("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
        } else {
            response.send(object);
        }
    }

    private void list(String path, ServerRequest request, ServerResponse response) {
        String prefix = request.query().first("prefix").orElse("");
        String contents =
                new TreeSet<>(objects.keySet())
                        .stream()
                                .filter(key -> key.startsWith(path + "/" + prefix))
                                .map(key -> key.substring(path.length() + 1))
                                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                                .collect(Collectors.joining());
        response.header(HeaderNames.CONTENT_TYPE, "application/xml")
                .send("<ListBucketResult>" + contents + "</ListBucketResult>");
    }

    private void put(String path, ServerRequest request, ServerResponse response) {
        byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : NOTHING;
        boolean onlyNew = request.headers().first(HeaderNames.IF_NONE_MATCH).isPresent();
        if (onlyNew && objects.containsKey(path)) {
            response.status(412)
                    .header(HeaderNames.CONTENT_TYPE, "application/xml")
                    .send("<Error><Code>PreconditionFailed</Code></Error>");
            return;
        }
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
