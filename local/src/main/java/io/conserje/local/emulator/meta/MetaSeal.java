package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.local.emulator.post.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Meta's PHP does, and signs exactly those bytes. */
final class MetaSeal implements Seal {
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * {@code \u00f1} and {@code \/} instead of the plain characters: who parses a body and writes
     * it again to check the signature checks other bytes, and must find out here.
     */
    private static final ObjectMapper AS_META_WRITES =
            new ObjectMapper(
                    new JsonFactoryBuilder()
                            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                            .characterEscapes(new EscapedSlashes())
                            .build());

    private final SecretKeySpec key;

    MetaSeal(String appSecret) {
        key = new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public Letter seal(JsonNode body) {
        try {
            byte[] bytes = AS_META_WRITES.writeValueAsBytes(body);
            return new Letter(
                    bytes,
                    Map.of(
                            "Content-Type", "application/json",
                            "User-Agent", "facebookexternalua",
                            "X-Hub-Signature-256", "sha256=" + hmac(bytes)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a webhook that is not JSON", e);
        }
    }

    /** The hexadecimal signature of some bytes; short-lived download addresses carry one too. */
    String hmac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static final class EscapedSlashes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private final int[] escapes = standardAsciiEscapesForJSON();

        EscapedSlashes() {
            escapes['/'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '/' ? new SerializedString("\\/") : null;
        }
    }
}
