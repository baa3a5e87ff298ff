package io.conserje.local.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.sam.Step.Failed;
import io.conserje.local.sam.Step.Missing;
import io.conserje.local.sam.Step.Name;
import io.conserje.local.sam.Step.Passed;
import io.conserje.local.sam.Step.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On machines that have some of the tools. */
class VerificationTest {
    @TempDir private Path root;

    private Path tools;
    private Path scratch;

    @BeforeEach
    void prepare() throws IOException {
        tools = Files.createDirectory(root.resolve("tools"));
        scratch = Files.createDirectory(root.resolve("scratch"));
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Report verify() {
        return new Verification(
                        name -> Optional.of(tools.toString()).filter(any -> name.equals("PATH")),
                        root,
                        scratch,
                        new Unheard())
                .run();
    }

    private static Step step(Report report, Name name) {
        return report.steps().stream()
                .filter(step -> step.name() == name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_any_tool_each_step_is_skipped_and_says_what_is_missing() {
        Report report = verify();

        assertEquals(
                List.of(
                        Missing.CFN_LINT,
                        Missing.CHECKOV,
                        Missing.SAM,
                        Missing.SAM,
                        Missing.SAM,
                        Missing.SAM),
                report.steps().stream().map(step -> ((Skipped) step.outcome()).missing()).toList());
        assertFalse(report.holds(false));
        assertTrue(report.holds(true));
    }

    @Test
    void without_an_engine_only_the_invocations_are_skipped() throws IOException {
        tool("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
        tool("sam", "mkdir -p .aws-sam/build && : > .aws-sam/build/template.yaml; echo SAM 1.0");

        Report report = verify();

        assertEquals(
                new Skipped(Missing.DOCKER, "Cannot connect to the Docker daemon"),
                step(report, Name.INVOKE).outcome());
        assertEquals(new Passed("SAM 1.0"), step(report, Name.VALIDATE).outcome());
    }

    @Test
    void what_a_tool_finds_is_a_failure_whatever_may_be_missing() throws IOException {
        tool("cfn-lint", "echo 'E3002 Additional properties are not allowed'; exit 2");

        Report report = verify();

        assertEquals(
                new Failed("E3002 Additional properties are not allowed"),
                step(report, Name.LINT).outcome());
        assertFalse(report.holds(true));
    }

    @Test
    void nothing_is_invoked_that_was_not_built() throws IOException {
        tool("sam", "exit 1");

        Report report = verify();

        assertTrue(step(report, Name.BUILD).failed());
        assertEquals(new Skipped(Missing.BUILT, ""), step(report, Name.INVOKE).outcome());
        assertEquals(new Skipped(Missing.BUILT, ""), step(report, Name.PACKAGE).outcome());
    }

    private static final class Unheard implements Verification.Listener {
        @Override
        public void began(Name step) {}

        @Override
        public void chose(String image, boolean ofAws) {}

        @Override
        public void invoked(Invoked one) {}

        @Override
        public void ended(Step step) {}
    }
}
