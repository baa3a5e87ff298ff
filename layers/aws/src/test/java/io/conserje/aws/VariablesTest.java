package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariablesTest {

    @Test
    void everyVariableThatIsMissingOrBlankStandsInOneMessage() {
        Variables variables = new Variables(env(Map.of("STAGE", "dev1", "ACCOUNTS", " ")));
        variables.required("ACCOUNTS");
        variables.required("STAGE");
        variables.required("SECRETS_ID");

        IllegalStateException e = assertThrows(IllegalStateException.class, variables::check);

        assertEquals(
                "these variables are not set: ACCOUNTS, SECRETS_ID; give them to the function in"
                        + " template.yaml",
                e.getMessage());
    }

    @Test
    void whatIsThereIsRead() {
        Variables variables = new Variables(env(Map.of("STAGE", "dev1")));

        assertEquals("dev1", variables.required("STAGE"));
        variables.check();
    }

    @Test
    void secondsAreAWholeNumber() {
        Variables variables = new Variables(env(Map.of("A", "300", "B", "5m", "C", "-1")));
        assertEquals(Duration.ofSeconds(300), variables.seconds("A"));
        variables.seconds("B");
        variables.seconds("C");
        variables.seconds("D");

        IllegalStateException e = assertThrows(IllegalStateException.class, variables::check);

        assertEquals(
                "these variables are not set: B (must be a number of seconds), C (must be a number"
                        + " of seconds), D; give them to the function in template.yaml",
                e.getMessage());
    }

    @Test
    void aStageNamesItsAccounts() {
        Stage stage =
                Stage.read(
                        env(
                                Map.of(
                                        "STAGE", "prod",
                                        "RELEASE_ID", "r1",
                                        "ACCOUNTS", "whatsapp/demo, whatsapp/otra")));

        assertEquals(new Stage("prod", "r1", List.of("whatsapp/demo", "whatsapp/otra")), stage);
    }

    private static Env env(Map<String, String> variables) {
        return name -> Optional.ofNullable(variables.get(name));
    }
}
