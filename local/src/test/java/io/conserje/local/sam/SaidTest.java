package io.conserje.local.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code sam local invoke} prints, as it really did. */
class SaidTest {
    private static final String ERR =
            """
            Invoking io.conserje.messaging.ReportHealth (java25)
            RuntimeLayer is a local Layer in the template
            Building image....................
            SAM_CONTAINER_ID: 839d03b7d9a2448f03e8b219b1b8043b9b485d278b932654871c33632431dea1
            START RequestId: bffa27da-f111-4f92-883e-b2b4b5fb71d8 Version: $LATEST
            {"@timestamp":"2026-11-22T04:20:28.021Z","message":"first","level":"INFO"}
            {"@timestamp":"2026-11-22T04:20:28.022Z","message":"last","level":"INFO"}
            END RequestId: bffa27da-f111-4f92-883e-b2b4b5fb71d8
            REPORT RequestId: bffa27da-f111-4f92-883e-b2b4b5fb71d8\tInit Duration: 0.53 ms\t\
            Duration: 3456.78 ms\tBilled Duration: 3457 ms\tMemory Size: 1024 MB\tMax Memory Used: 1024 MB\t
            """;

    @Test
    void the_answer_the_lines_of_the_log_and_the_time_are_told_apart() {
        Said said = Said.of("\n{\"statusCode\": 200}\n", ERR);

        assertEquals(200, said.answer().orElseThrow().path("statusCode").asInt());
        assertEquals(2, said.lines().size());
        assertEquals("last", said.lastLine().orElseThrow().path("message").asText());
        assertEquals(Optional.of(Duration.ofMillis(3456)), said.took());
    }

    @Test
    void silence_is_no_answer() {
        Said said = Said.of("\n", "Timed out while attempting to establish a connection");

        assertTrue(said.answer().isEmpty());
        assertTrue(said.lastLine().isEmpty());
        assertTrue(said.took().isEmpty());
    }
}
