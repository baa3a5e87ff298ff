package io.conserje.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** As much of S3 as a file takes: it is put under a checksum, and got. */
final class MadeUpBucket implements AutoCloseable {
    static final String NAME = "conserje-dev1-media";

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
    private volatile boolean down;

    MadeUpBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + NAME + "/", this::answer);
        server.start();
    }

    void goDown() {
        down = true;
    }

    /** As the file was put. */
    String header(String key, String name) {
        return headers.getOrDefault(key, Map.of()).getOrDefault(name, "");
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(
                Map.of(
                                "MEDIA_BUCKET",
                                NAME,
                                "AWS_REGION",
                                "us-east-1",
                                "AWS_ENDPOINT_URL_S3",
                                "http://localhost:" + server.getAddress().getPort())
                        .get(name));
    }

    private void answer(HttpExchange call) throws IOException {
        String key = call.getRequestURI().getPath().substring(NAME.length() + 2);
        byte[] body = body(call);
        if (down) {
            error(call, 403, "AccessDenied");
        } else if (call.getRequestMethod().equals("HEAD")) {
            // What a HEAD is answered has no body.
            try (call) {
                call.sendResponseHeaders(files.containsKey(key) ? 200 : 404, -1);
            }
        } else if (call.getRequestMethod().equals("GET")) {
            byte[] file = files.get(key);
            if (file == null) {
                error(call, 404, "NoSuchKey");
            } else {
                send(call, 200, file);
            }
        } else if (digest(body)
                .equals(call.getRequestHeaders().getFirst("x-amz-checksum-sha256"))) {
            files.put(key, body);
            headers.put(
                    key,
                    Map.of(
                            "type", first(call, "Content-Type"),
                            "disposition", first(call, "Content-Disposition")));
            send(call, 200, new byte[0]);
        } else {
            error(call, 400, "BadDigest");
        }
    }

    /** Over an address without TLS a body comes in pieces, each signed. */
    private static byte[] body(HttpExchange call) throws IOException {
        byte[] sent = call.getRequestBody().readAllBytes();
        if (!first(call, "Content-Encoding").equals("aws-chunked")) {
            return sent;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = new String(sent, ISO_8859_1);
        int at = 0;
        while (at < sent.length) {
            int length = Integer.parseInt(text.substring(at, text.indexOf(';', at)), 16);
            int begin = text.indexOf("\r\n", at) + 2;
            body.write(sent, begin, length);
            at = begin + length + 2;
        }
        return body.toByteArray();
    }

    private static String first(HttpExchange call, String header) {
        return String.valueOf(call.getRequestHeaders().getFirst(header));
    }

    private static void error(HttpExchange call, int status, String code) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/xml");
        send(call, status, ("<Error><Code>" + code + "</Code></Error>").getBytes(ISO_8859_1));
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        try (call) {
            call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        }
    }

    private static String digest(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
