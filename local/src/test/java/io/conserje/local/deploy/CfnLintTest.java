package io.conserje.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others say of the template, where they are installed; where they are not, that is said. */
class CfnLintTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));

    private record Said(int status, String text) {}

    private static Said run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(2, TimeUnit.MINUTES);
        return new Said(process.exitValue(), text);
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            return run(command).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void cfn_lint_has_nothing_to_say() throws IOException, InterruptedException {
        boolean there = runs(List.of("cfn-lint", "--version"));
        if (!there) {
            System.out.println(
                    "cfn-lint is not installed: template.yaml was NOT linted (pip install cfn-lint)");
        }
        assumeTrue(there, "cfn-lint is not installed");

        Said said = run(List.of("cfn-lint", "template.yaml"));

        assertEquals("", said.text().strip());
        assertEquals(0, said.status());
    }

    @Test
    void cfn_lint_has_nothing_to_say_of_what_is_made_once()
            throws IOException, InterruptedException {
        assumeTrue(runs(List.of("cfn-lint", "--version")), "cfn-lint is not installed");

        assertEquals("", run(List.of("cfn-lint", "bootstrap.yaml")).text().strip());
    }

    /**
     * SAM's own transform: every route, queue and permission ends up at the alias; with a canary,
     * every alias has alarms and is checked first; nothing waits for itself.
     */
    @ParameterizedTest
    @CsvSource({"false, '', 0", "true, '', 9", "true, front, 9"})
    void sam_points_every_event_at_the_alias_and_lets_a_release_in_by_and_by(
            String gradual, String session, int groups) throws IOException, InterruptedException {
        boolean there = runs(List.of("python3", "-c", "import samtranslator, cfnlint"));
        if (!there) {
            System.out.println(
                    "SAM's transform is not installed: template.yaml was NOT expanded (pip install cfn-lint)");
        }
        assumeTrue(there, "SAM's transform is not installed");

        Said said =
                run(
                        List.of(
                                "python3",
                                "local/src/test/python/expand.py",
                                "template.yaml",
                                "GradualDeploy=" + gradual,
                                "WhatsAppSession=" + session));

        assertEquals(0, said.status(), said.text());
        assertTrue(said.text().contains("targets at the alias"), said.text());
        assertTrue(said.text().contains(groups + " deployment groups"), said.text());
    }
}
