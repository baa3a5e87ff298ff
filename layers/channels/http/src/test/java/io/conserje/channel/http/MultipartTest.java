package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final Multipart FORM = new Multipart(Map.of("type", "image/png"), "edge");

    private Loopback api;

    @BeforeEach
    void open() throws IOException {
        api = new Loopback();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theFieldsThenTheFileAndTheLengthOfAll() {
        post(file("PNG"), 3, "muela.png");

        String expected =
                """
                --edge\r
                Content-Disposition: form-data; name="type"\r
                \r
                image/png\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="muela.png"\r
                Content-Type: image/png\r
                \r
                PNG\r
                --edge--\r
                """;
        Loopback.Call call = api.calls.getFirst();
        assertEquals(expected, call.body());
        assertEquals(
                List.of(Integer.toString(expected.length())), call.headers().get("Content-length"));
        assertEquals(
                List.of("multipart/form-data; boundary=edge"), call.headers().get("Content-type"));
    }

    @Test
    void aNameKeepsItsLetters() {
        post(file("x"), 1, "Radiografía de Ana 牙.png");

        assertTrue(body().contains("; filename=\"Radiografía de Ana 牙.png\"\r\n"), this::body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"; name=\"type",
                "a\r\nX-Evil: 1\r\n\r\nbody\r\n--edge--\r\n",
                "a\nb",
                "a\\",
                "a\0b",
                "\"",
            })
    void aHostileNameBeginsNothingOfItsOwn(String name) {
        post(file("PNG"), 3, name);

        List<String> lines = body().lines().toList();
        assertEquals(10, lines.size(), this::body);
        String head = lines.get(5);
        assertTrue(
                head.matches(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"[^\"\\\\]*\""),
                head);
    }

    @Test
    void aFileThatEndsTooEarlyIsNoWholeForm() {
        Reply reply = post(file("PN"), 3, "muela.png");

        assertInstanceOf(Reply.NoAnswer.class, reply);
    }

    @Test
    void aFileThatBreaksOffIsNoWholeForm() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                };

        assertInstanceOf(Reply.NoAnswer.class, post(broken, 3, "muela.png"));
    }

    @Test
    void aLargeFileIsStreamed() {
        long length = 20L * 1024 * 1024;
        api.answers(200, "taken");

        Reply reply = post(new Zeros(length), length, "muela.png");

        assertEquals(new Reply.Answer(200, Optional.empty(), "taken"), reply);
        assertTrue(body().length() > length);
    }

    private Reply post(InputStream file, long length, String name) {
        HttpRequest request =
                HttpRequest.newBuilder(api.address())
                        .header("Content-Type", FORM.contentType())
                        .POST(FORM.with("file", name, "image/png", file, length))
                        .build();
        return new Http("the Test API", "").send(request, Duration.ofSeconds(20));
    }

    private String body() {
        return api.calls.getFirst().body();
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** So many bytes, none of them kept. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
