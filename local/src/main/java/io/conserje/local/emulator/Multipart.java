package io.conserje.local.emulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a form with files in it (RFC 7578). */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]+)\"?");
    private static final Pattern FILE = Pattern.compile("filename=\"?([^\"\r\n]*)\"?");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S[^\r\n]*)$");
    private static final byte[] END_OF_HEADERS = latin("\r\n\r\n");

    /**
     * A part.
     *
     * @param fileName null for what is no file
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    public record Part(
            String name, byte[] bytes, @Nullable String contentType, @Nullable String fileName) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Multipart() {}

    /** None when the content type is another, or tells no boundary. */
    public static List<Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        List<Part> parts = new ArrayList<>();
        if (contentType.startsWith("multipart/form-data") && boundary.find()) {
            byte[] delimiter = latin("--" + boundary.group(1));
            int from = indexOf(body, delimiter, 0);
            while (from >= 0) {
                int start = from + delimiter.length;
                int next = indexOf(body, delimiter, start);
                if (next >= 0) {
                    // From a delimiter's line end to the line end before the next delimiter.
                    add(body, start + 2, Math.max(start + 2, next - 2), parts);
                }
                from = next;
            }
        }
        return parts;
    }

    private static void add(byte[] body, int from, int to, List<Part> parts) {
        int end = indexOf(body, END_OF_HEADERS, from);
        if (end < 0 || end > to) {
            return;
        }
        String headers = new String(body, from, end - from, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(headers);
        if (name.find()) {
            Matcher type = TYPE.matcher(headers);
            Matcher file = FILE.matcher(headers);
            parts.add(
                    new Part(
                            name.group(1),
                            Arrays.copyOfRange(body, end + END_OF_HEADERS.length, to),
                            type.find() ? type.group(1).strip() : null,
                            file.find() ? file.group(1) : null));
        }
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
