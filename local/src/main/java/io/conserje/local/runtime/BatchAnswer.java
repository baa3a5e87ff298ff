package io.conserje.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which messages of a batch a function reports as failed, by Lambda's rules: no report means that
 * all is done; a report that is malformed or names a message that was not in the batch fails it
 * all.
 */
final class BatchAnswer {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private BatchAnswer() {}

    static Set<String> failed(byte[] answer, Set<String> batch) {
        try {
            JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
            if (failures.isMissingNode() || failures.isNull()) {
                return Set.of();
            }
            return failures.isArray() ? named(failures, batch) : batch;
        } catch (IOException malformed) {
            return batch;
        }
    }

    private static Set<String> named(JsonNode failures, Set<String> batch) {
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : failures) {
            JsonNode id = failure.path("itemIdentifier");
            if (!id.isTextual() || !batch.contains(id.textValue())) {
                return batch;
            }
            failed.add(id.textValue());
        }
        return failed;
    }
}
