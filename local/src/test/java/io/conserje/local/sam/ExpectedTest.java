package io.conserje.local.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an event comes to, held against what it was to come to. */
class ExpectedTest {
    private static final Expected EXPECTED =
            Expected.of(
                    """
                    Health:
                      report: { answers: { statusCode: 200, body: { status: ok } }, logs: told }
                    Queue:
                      on-message: { answers: { batchItemFailures: [] } }
                    """);

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void an_answer_may_hold_more_and_its_body_is_read() throws JsonProcessingException {
        assertEquals(
                Optional.empty(),
                EXPECTED.wrong(
                        "Health",
                        "report",
                        json(
                                "{\"statusCode\":200,\"body\":\"{\\\"status\\\":\\\"ok\\\",\\\"n\\\":1}\"}")));
    }

    @Test
    void what_differs_is_named() throws JsonProcessingException {
        assertEquals(
                Optional.of(
                        "answer.batchItemFailures is [{\"itemIdentifier\":\"a\"}], expected []"),
                EXPECTED.wrong(
                        "Queue",
                        "on-message",
                        json("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}")));
        assertEquals(
                Optional.of("answer.statusCode is 503, expected 200"),
                EXPECTED.wrong("Health", "report", json("{\"statusCode\":503}")));
    }

    @Test
    void an_event_that_nobody_expects_anything_of_is_wrong() throws JsonProcessingException {
        assertEquals(
                Optional.of("events/expected.yaml does not say what new comes to"),
                EXPECTED.wrong("Queue", "new", json("{}")));
    }

    @Test
    void a_line_of_the_log_is_looked_for() throws JsonProcessingException {
        assertEquals(
                Optional.empty(),
                EXPECTED.untold(
                        "Health", "report", List.of(json("{\"message\":\"it told this\"}"))));
        assertEquals(
                Optional.of("its log does not say \"told\""),
                EXPECTED.untold("Health", "report", List.of(json("{\"message\":\"other\"}"))));
    }
}
