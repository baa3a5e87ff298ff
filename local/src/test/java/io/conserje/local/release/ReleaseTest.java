package io.conserje.local.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release is, and what it is called. */
class ReleaseTest {
    private static final Artifact ONE = new Artifact("one.zip", "11", 1);
    private static final Artifact TWO = new Artifact("two.zip", "22", 2);
    private static final String TEMPLATE =
            """
            Parameters:
              Stage: { Type: String, AllowedValues: [dev1, prod], Default: dev1 }
              ReleaseId: { Type: String, Default: unreleased }
              LogLevel: { Type: String, Default: INFO }
              Accounts: { Type: CommaDelimitedList, Default: "a,b" }
            """;

    private final Release release = Release.of(TEMPLATE, List.of(ONE, TWO));

    @Test
    void its_id_is_its_content_in_whatever_order_it_was_found() {
        assertTrue(Release.isId(release.id()), release::id);
        assertEquals(release, Release.of(TEMPLATE, List.of(TWO, ONE)));
        assertNotEquals(release.id(), Release.of(TEMPLATE + "\n", List.of(ONE, TWO)).id());
        assertNotEquals(
                release.id(),
                Release.of(TEMPLATE, List.of(ONE, new Artifact("two.zip", "23", 2))).id());
    }

    private StageParameters parameters(Map<String, String> set, Map<String, String> previous) {
        return StageParameters.of(
                release, TEMPLATE, Stage.PROD, Map.of("Stage", "prod"), set, previous);
    }

    @Test
    void a_stage_names_it_behind_a_hash_of_all_that_takes_effect() {
        StageParameters fresh = parameters(Map.of(), Map.of());

        assertEquals(Optional.of(release.id()), Release.onStage(fresh.releaseId()));
        assertEquals("INFO", fresh.values().get("LogLevel"));
        assertEquals(fresh.releaseId(), fresh.values().get("ReleaseId"));
        // The same value is the same, whether by default, set, or of old.
        assertEquals(
                fresh.releaseId(), parameters(Map.of("LogLevel", "INFO"), Map.of()).releaseId());
        assertEquals(
                fresh.releaseId(), parameters(Map.of(), Map.of("LogLevel", "INFO")).releaseId());
        assertNotEquals(
                fresh.releaseId(), parameters(Map.of(), Map.of("LogLevel", "WARN")).releaseId());
    }

    @Test
    void what_is_not_given_stays_as_the_stack_has_it_but_for_the_release_itself() {
        StageParameters kept =
                parameters(
                        Map.of("Accounts", "c"),
                        Map.of(
                                "LogLevel",
                                "WARN",
                                "Accounts",
                                "x",
                                "ReleaseId",
                                "old",
                                "Gone",
                                "1"));

        assertEquals(Set.of("LogLevel"), kept.kept());
        assertEquals("WARN", kept.values().get("LogLevel"));
        assertEquals("c", kept.values().get("Accounts"));
        assertFalse(kept.values().containsKey("Gone"));
    }

    @Test
    void a_value_that_a_parameter_cannot_have_is_refused_by_its_name() {
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                StageParameters.of(
                                        release,
                                        TEMPLATE,
                                        Stage.STAGING,
                                        Map.of(),
                                        Map.of(),
                                        Map.of()));

        assertEquals(Refusal.Why.BAD_PARAMETERS, refusal.why());
        assertTrue(refusal.values().toString().contains("Stage"), refusal::toString);
    }

    @Test
    void the_files_of_a_template_are_exchanged_and_nothing_else() {
        String template =
                """
                # CodeUri: not.zip
                Resources:
                  F:
                    Properties:
                      CodeUri: one.zip
                      Policies: [!Sub "${Media.Arn}/*"]
                  L: # a layer
                    Properties:
                      ContentUri: two.zip
                """;

        assertEquals(List.of("one.zip", "two.zip"), LocalFiles.of(template));
        assertEquals(
                template.replace(
                                "CodeUri: one.zip", "CodeUri: { Bucket: b, Key: artifacts/11.zip }")
                        .replace(
                                "ContentUri: two.zip",
                                "ContentUri: { Bucket: b, Key: artifacts/22.zip }"),
                LocalFiles.inBucket(template, "b", List.of(ONE, TWO)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "      CodeUri: functions/folder",
                "      CodeUri: !Sub x.zip",
                "    Properties: { CodeUri: one.zip }",
                "      CodeUri: unknown.zip"
            })
    void a_file_that_is_named_in_another_way_or_unknown_is_refused(String line) {
        Refusal refusal =
                assertThrows(
                        Refusal.class, () -> LocalFiles.inBucket(line, "b", List.of(ONE, TWO)));

        assertEquals(Refusal.Why.UNKNOWN_FILE, refusal.why());
        assertTrue(refusal.values().toString().contains(line.strip()), refusal::toString);
    }
}
