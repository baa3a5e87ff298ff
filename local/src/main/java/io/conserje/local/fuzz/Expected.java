package io.conserje.local.fuzz;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which answers a request may get. */
final class Expected {
    /** From here on, what came may be too much for a queue message. */
    private static final int LARGE = 150_000;

    private static final Pattern OURS =
            Pattern.compile("/messaging/(whatsapp|telegram)/" + LineMutation.ACCOUNT);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Expected() {}

    /** Empty when the answer is as it should be. */
    static Optional<String> wrong(Request request, int status) {
        Set<Integer> may = answers(request);
        return may.contains(status)
                ? Optional.empty()
                : Optional.of("answered " + status + ", expected one of " + may);
    }

    private static Set<Integer> answers(Request request) {
        if (!request.method().equals("POST")) {
            return Set.of(200, 400, 403, 404, 405, 501);
        }
        if (!isOurs(request)) {
            // A server may refuse a path that is none before it looks for it.
            return Set.of(400, 401, 404, 413, 414);
        }
        if (!request.proof().isRight()) {
            return Set.of(400, 401, 413, 431);
        }
        if (request.body().length > LARGE || isPacked(request)) {
            return Set.of(200, 400, 401, 413);
        }
        if (!isText(request.body())) {
            // What is not text is no longer what was signed once the gateway has made it text.
            return Set.of(200, 400, 401);
        }
        return isObject(request.body()) ? Set.of(200) : Set.of(400);
    }

    /** A server may unpack it, and find that it cannot. */
    private static boolean isPacked(Request request) {
        return request.headers().stream().anyMatch(it -> it.name().equals("content-encoding"));
    }

    private static boolean isOurs(Request request) {
        return OURS.matcher(decoded(request.path())).matches();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    private static boolean isText(byte[] body) {
        return Arrays.equals(
                new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), body);
    }

    /** A provider sends nothing that is deeper or has longer numbers than Jackson reads. */
    private static boolean isObject(byte[] body) {
        try {
            return JSON.readTree(body).isObject();
        } catch (IOException e) {
            return false;
        }
    }
}
