package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.aws.Way.Word;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.LogLines;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line of the way is a log line and a metric. */
class WayTest {
    private final LogLines lines = LogLines.of("io.conserje.way");
    private final Way way =
            new Way(new Stage("dev1", "r1", List.of()), InstantSource.fixed(Messages.MORNING));

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void aLineIsAMetricInCloudWatchsEmbeddedFormat() {
        way.passed(Word.SEND, "handed to the provider", Duration.ofMillis(12), Map.of());

        JsonNode line = onlyLine();
        JsonNode metrics = line.at("/_aws/CloudWatchMetrics/0");
        assertEquals(Messages.MORNING.toEpochMilli(), line.at("/_aws/Timestamp").longValue());
        assertEquals("Conserje", metrics.get("Namespace").textValue());
        assertEquals("[[\"stage\",\"word\"]]", metrics.get("Dimensions").toString());
        metrics.at("/Dimensions/0")
                .forEach(
                        name -> assertTrue(line.get(name.textValue()).isTextual(), name::toString));
        assertEquals(3, metrics.get("Metrics").size());
        metrics.get("Metrics")
                .forEach(metric ->
                        assertTrue(
                                line.get(metric.get("Name").textValue()).isNumber(),
                                metric::toString));
    }

    @Test
    void aLineTellsWhereWhatAndHowLong() {
        way.passed(Word.DECIDE, "greets", Duration.ofNanos(1_234_567), Map.of("replies", 1));

        JsonNode line = onlyLine();
        assertEquals("decide", line.get("word").textValue());
        assertEquals("dev1", line.get("stage").textValue());
        assertEquals("greets", line.get("message").textValue());
        assertEquals(1.234, line.get("latency").doubleValue());
        assertEquals(1, line.get("count").intValue());
        assertEquals(0, line.get("errors").intValue());
        assertEquals(1, line.get("replies").intValue());
        assertEquals("INFO", line.get("level").textValue());
    }

    @Test
    void whatFailedCountsAsAnError() {
        way.failed(Word.SEND, "not sent", Duration.ZERO, Map.of("reason", "no such number"));

        JsonNode line = onlyLine();
        assertEquals(1, line.get("errors").intValue());
        assertEquals("no such number", line.get("reason").textValue());
        assertEquals("WARN", line.get("level").textValue());
    }

    @Test
    void whatWaitsForAPersonIsCountedApart() {
        way.parked(Word.SEND, "not sent", Duration.ZERO, Map.of("reason", "left in doubt"));

        JsonNode line = onlyLine();
        assertEquals(1, line.get("parked").intValue());
        assertEquals(1, line.get("errors").intValue());
        assertEquals("parked", line.at("/_aws/CloudWatchMetrics/0/Metrics/3/Name").textValue());
    }

    @Test
    void aLineLeadsToItsRequestAndConversationAndTheNextOneDoesNot() {
        try (Trail trail = Trail.of("request-1", "conversation-1", "clinica")) {
            way.passed(Word.QUEUE, "taken from the queue", Duration.ZERO, Map.of());
        }

        way.passed(Word.QUEUE, "taken from the queue", Duration.ZERO, Map.of());

        JsonNode line = lines.json().getFirst();
        assertEquals("request-1", line.get("correlation").textValue());
        assertEquals("conversation-1", line.get("conversation").textValue());
        assertEquals("clinica", line.get("project").textValue());
        assertTrue(lines.json().getLast().path("correlation").isMissingNode());
    }

    private JsonNode onlyLine() {
        assertEquals(1, lines.json().size());
        return lines.json().getFirst();
    }
}
