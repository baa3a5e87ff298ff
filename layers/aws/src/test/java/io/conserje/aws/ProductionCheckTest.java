package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Channels;
import io.conserje.testkit.ScriptedChannel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionCheckTest {
    private static final String GOOD = "9f8b4c1d7e6a5f3b";

    private final ProductionCheck check =
            new ProductionCheck(new Channels(Stream.of(new ScriptedChannel())));

    @Test
    void withAllItsSecretsInPlaceAStageStarts() {
        assertDoesNotThrow(() ->
                check.check(
                        stage("scripted/clinica"), Map.of("scripted/clinica/app-secret", GOOD)));
    }

    @Test
    void everySecretAtFaultIsNamedAndNoValueIsShown() {
        String message =
                refusal(
                        stage("scripted/clinica", "scripted/hotel", "scripted/bar"),
                        Map.of(
                                "scripted/clinica/app-secret",
                                "changeme-please",
                                "scripted/bar/app-secret",
                                GOOD));

        assertEquals(
                "the prod stage does not start: scripted/clinica/app-secret is a dummy;"
                        + " scripted/hotel/app-secret is missing. Mend the secret conserje/prod.",
                message);
        assertFalse(message.contains("changeme-please") || message.contains(GOOD), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dummy",
                "Change-Me",
                "REPLACE_ME",
                "todo",
                "test123",
                "example",
                "placeholder",
                "local",
                "secret",
                "xxxxxxxx",
                "0000000",
                "  dummy "
            })
    void aDummyIsKnownHoweverItIsWritten(String value) {
        assertTrue(
                refusal(stage("scripted/clinica"), Map.of("scripted/clinica/app-secret", value))
                        .contains("scripted/clinica/app-secret is a dummy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aBlankSecretIsMissing(String value) {
        assertTrue(
                refusal(stage("scripted/clinica"), Map.of("scripted/clinica/app-secret", value))
                        .contains("scripted/clinica/app-secret is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fax/clinica", "clinica", ""})
    void anAccountOfNoChannelIsNamed(String account) {
        assertTrue(
                refusal(stage(account), Map.of())
                        .contains("account '" + account + "' is of no channel"));
    }

    private String refusal(Stage stage, Map<String, String> secrets) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, () -> check.check(stage, secrets))
                        .getMessage());
    }

    private static Stage stage(String... accounts) {
        return new Stage("prod", "release-1", List.of(accounts));
    }
}
