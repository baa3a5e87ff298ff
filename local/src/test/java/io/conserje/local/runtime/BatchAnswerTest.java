package io.conserje.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lambda's reading of a partial batch response. */
class BatchAnswerTest {
    private static final Set<String> BATCH = Set.of("a", "b");

    @ParameterizedTest(name = "{0} fails {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null | none",
                "'' | none",
                "{} | none",
                "{\"batchItemFailures\":null} | none",
                "{\"batchItemFailures\":[]} | none",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]} | a",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"b\"}]} | all",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"x\"}]} | all",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]} | all",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]} | all",
                "{\"batchItemFailures\":[{\"id\":\"a\"}]} | all",
                "{\"batchItemFailures\":\"a\"} | all",
                "{\"batchItem | all"
            })
    void theReportDecidesWhatComesAgain(String answer, String failed) {
        Set<String> expected =
                switch (failed) {
                    case "none" -> Set.of();
                    case "all" -> BATCH;
                    default -> Set.of(failed);
                };

        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);

        assertEquals(expected, BatchAnswer.failed(bytes, BATCH));
    }
}
