package io.conserje.local.emulator.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** How a provider writes a webhook down and signs it. */
@FunctionalInterface
public interface Seal {

    Letter seal(JsonNode body);

    /** The bytes as signed, and the headers that go with them. */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    record Letter(byte[] body, Map<String, String> headers) {}
}
