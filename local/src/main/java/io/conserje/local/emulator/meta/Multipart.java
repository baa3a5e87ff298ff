package io.conserje.local.emulator.meta;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a form with a file in it (RFC 7578), by name. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]+)\"?");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S[^\r\n]*)$");
    private static final byte[] END_OF_HEADERS = latin("\r\n\r\n");

    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    record Part(byte[] bytes, @Nullable String contentType) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Multipart() {}

    /** Empty when the content type is another. */
    static Optional<Map<String, Part>> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
            return Optional.empty();
        }
        return Optional.of(parts(latin("--" + boundary.group(1)), body));
    }

    private static Map<String, Part> parts(byte[] delimiter, byte[] body) {
        Map<String, Part> parts = new LinkedHashMap<>();
        int from = indexOf(body, delimiter, 0);
        while (from >= 0) {
            int start = from + delimiter.length;
            int next = indexOf(body, delimiter, start);
            if (next >= 0) {
                // Between a delimiter's line end and the line end before the next delimiter.
                add(Arrays.copyOfRange(body, start + 2, Math.max(start + 2, next - 2)), parts);
            }
            from = next;
        }
        return parts;
    }

    private static void add(byte[] part, Map<String, Part> parts) {
        int end = indexOf(part, END_OF_HEADERS, 0);
        if (end < 0) {
            return;
        }
        String headers = new String(part, 0, end, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(headers);
        Matcher type = TYPE.matcher(headers);
        if (name.find()) {
            byte[] bytes = Arrays.copyOfRange(part, end + END_OF_HEADERS.length, part.length);
            parts.put(name.group(1), new Part(bytes, type.find() ? type.group(1).strip() : null));
        }
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
