package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.local.sam.Invoked;
import io.conserje.local.sam.Report;
import io.conserje.local.sam.Step;
import io.conserje.local.sam.Step.Missing;
import io.conserje.local.sam.Step.Name;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How {@code verify sam} tells what came of it. */
class SamPageTest {
    private final SamPage page = new SamPage(Texts.of("en"));

    private static Report with(Step... steps) {
        return new Report(List.of(steps), List.of(), List.of());
    }

    @Test
    void what_was_skipped_is_named_with_how_to_get_it() {
        Report report =
                with(
                        new Step(Name.LINT, new Step.Passed("cfn-lint 1.58.0")),
                        new Step(Name.INVOKE, new Step.Skipped(Missing.DOCKER, "")));

        String summary = String.join("\n", page.summary(report, false));

        assertTrue(summary.contains("sam local invoke               SKIPPED: no Docker"), summary);
        assertTrue(summary.contains("apt-get install docker.io"), summary);
        assertTrue(summary.endsWith("--allow-missing takes that for enough."), summary);
    }

    @Test
    void a_failure_is_not_outweighed_by_what_was_skipped() {
        Report report =
                with(
                        new Step(Name.LINT, new Step.Failed("E3002")),
                        new Step(Name.CHECKOV, new Step.Skipped(Missing.CHECKOV, "")));

        assertEquals("Something is wrong: see FAILED above.", page.summary(report, true).getLast());
    }

    @Test
    void an_invocation_shows_the_last_line_of_its_log_and_what_was_wrong() {
        Invoked one =
                new Invoked(
                        "HealthFunction",
                        "report-health",
                        Duration.ofMillis(6_120),
                        Optional.of(
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("level", "WARN")
                                        .put("message", "a table does not answer")),
                        Optional.of("answer.statusCode is 503, expected 200"));

        String line = page.invoked(one);

        assertTrue(line.startsWith("  WRONG  HealthFunction"), line);
        assertTrue(line.contains("6.1 s"), line);
        assertTrue(line.contains("a table does not answer"), line);
        assertTrue(line.endsWith("\n         answer.statusCode is 503, expected 200"), line);
    }
}
