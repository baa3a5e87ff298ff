package io.conserje.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The checksums that SQS answers with, and which its client compares
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation).
 */
final class Checksums {
    private static final byte TEXT = 1;

    String ofBody(String body) {
        return HexFormat.of().formatHex(md5().digest(body.getBytes(UTF_8)));
    }

    /** Of attributes that are texts. */
    String ofAttributes(JsonNode attributes) {
        MessageDigest md5 = md5();
        Map<String, JsonNode> sorted = new TreeMap<>();
        attributes.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        sorted.forEach((name, attribute) -> {
            add(md5, name);
            add(md5, attribute.path("DataType").asText());
            md5.update(TEXT);
            add(md5, attribute.path("StringValue").asText());
        });
        return HexFormat.of().formatHex(md5.digest());
    }

    private static void add(MessageDigest md5, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        md5.update(bytes);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
