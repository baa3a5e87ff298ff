package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A form with one file (RFC 7578), streamed: the file is never wholly in memory.
 *
 * @param fields the other fields, by name; neither name nor value holds the boundary
 * @param boundary stands in none of the parts
 */
public record Multipart(Map<String, String> fields, String boundary) {

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /**
     * @param length of the file in bytes, so that the request tells its own length
     */
    public BodyPublisher with(
            String field, String fileName, String mediaType, InputStream file, long length) {
        byte[] before = before(field, fileName, mediaType);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
        InputStream all =
                new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(before), file),
                        new ByteArrayInputStream(after));
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> all), before.length + length + after.length);
    }

    private byte[] before(String field, String fileName, String mediaType) {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                before.writeBytes((head(name) + "\r\n\r\n" + value + "\r\n").getBytes(UTF_8)));
        before.writeBytes(
                (head(field)
                                + "; filename=\""
                                + quoted(fileName)
                                + "\"\r\nContent-Type: "
                                + mediaType
                                + "\r\n\r\n")
                        .getBytes(UTF_8));
        return before.toByteArray();
    }

    private String head(String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    /** A quote or a line end in a file's name would begin a part of its own. */
    private static String quoted(String fileName) {
        return fileName.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    }
}
