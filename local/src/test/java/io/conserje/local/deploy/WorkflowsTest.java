package io.conserje.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What must hold of the workflows: branches, order, and that no key lasts. */
class WorkflowsTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final Path FOLDER = ROOT.resolve(".github/workflows");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode release = read(FOLDER.resolve("release.yml"));
    private final JsonNode deploy = read(FOLDER.resolve("deploy.yml"));
    private final JsonNode job = deploy.path("jobs").path("deploy");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path file) {
        return JSON.valueToTree(
                new Load(LoadSettings.builder().build()).loadFromString(text(file)));
    }

    private static List<Path> workflows() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private List<JsonNode> steps(String word) {
        return StreamSupport.stream(job.path("steps").spliterator(), false)
                .filter(step -> step.toString().contains(word))
                .toList();
    }

    @Test
    void each_branch_is_a_stage_and_every_check_comes_first() {
        assertEquals(
                List.of("dev1", "dev2", "staging", "main"),
                texts(release.path("on").path("push").path("branches")));
        JsonNode jobs = release.path("jobs");
        assertTrue(jobs.path("check").toString().contains(".ci/run"));
        assertEquals("check", jobs.path("deploy").path("needs").asText());
        assertEquals("./.github/workflows/deploy.yml", jobs.path("deploy").path("uses").asText());
        assertEquals(
                "${{ github.ref_name == 'main' && 'prod' || github.ref_name }}",
                jobs.path("deploy").path("with").path("stage").asText());
    }

    @Test
    void a_stage_is_deployed_once_at_a_time_under_its_environment_and_from_the_commit_pushed() {
        assertEquals("${{ inputs.stage }}", job.path("environment").asText());
        assertEquals("deploy-${{ inputs.stage }}", job.path("concurrency").path("group").asText());
        assertEquals("false", job.path("concurrency").path("cancel-in-progress").asText());
        JsonNode run = steps("./conserje deploy").getFirst();
        assertTrue(
                run.path("run")
                        .asText()
                        .contains("./conserje deploy \"$STAGE\" --yes --commit \"$GITHUB_SHA\""),
                run::toString);
        // Without it a failed deployment would end as its log does: well.
        assertTrue(run.path("run").asText().contains("set -o pipefail"), run::toString);
    }

    @Test
    void aws_lends_a_role_and_nobody_keeps_a_key() {
        Map<String, String> permissions = Map.of("contents", "read", "id-token", "write");
        for (JsonNode of : List.of(job, release.path("jobs").path("deploy"))) {
            permissions.forEach((name, value) ->
                    assertEquals(value, of.path("permissions").path(name).asText(), name));
        }
        JsonNode role = steps("aws-actions/configure-aws-credentials").getFirst().path("with");
        assertEquals("${{ vars.DEPLOY_ROLE }}", role.path("role-to-assume").asText());
        assertTrue(workflows().size() >= 3, () -> workflows().toString());
        for (Path workflow : workflows()) {
            String text = text(workflow);
            assertFalse(text.contains("secrets."), () -> workflow + " uses a secret");
            assertFalse(text.contains("access-key"), () -> workflow + " uses a key");
            assertEquals(
                    "read",
                    read(workflow).path("permissions").path("contents").asText(),
                    () -> workflow + " has more than it needs");
        }
    }

    @Test
    void a_failure_is_told() {
        List<JsonNode> told = steps("failure()");

        assertEquals(2, told.size());
        assertTrue(told.getFirst().path("run").asText().startsWith(".github/tell-of-failure"));
        assertTrue(Files.isExecutable(ROOT.resolve(".github/tell-of-failure")));
        assertTrue(told.getLast().path("run").asText().contains("aws sns publish"));
        assertEquals("failure()", release.path("jobs").path("tell").path("if").asText());
    }

    /** GitHub vouches for repository and environment; the roles trust exactly these. */
    @Test
    void each_stage_s_role_trusts_its_own_environment_alone() {
        String bootstrap = text(ROOT.resolve("bootstrap.yaml"));
        List<String> subjects = new ArrayList<>();
        bootstrap
                .lines()
                .filter(line -> line.contains("githubusercontent.com:sub"))
                .forEach(subjects::add);

        assertEquals(1, subjects.size());
        assertTrue(
                subjects.getFirst().endsWith("!Sub repo:${Repository}:environment:${Stage}"),
                subjects::toString);
        assertTrue(
                bootstrap.contains("StringEquals:\n                    token.actions"), bootstrap);
    }
}
