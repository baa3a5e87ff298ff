package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.audit.Findings;
import io.conserje.aws.Env;
import io.conserje.local.audit.StoredAudit;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployed stage is found by its name; here a stage's name finds what runs on this machine. */
class WhereTest {
    @Test
    void aStageIsAuditedByTheNamesThatTheTemplateGives(@TempDir Path data) {
        Site.Plan plan = new Site.Plan(Home.root(), data, 0, FaultDial.OFF);
        try (Site site = Site.start(plan, step -> {})) {
            Env known = site.cloud().environmentOf("HealthFunction");

            Env found =
                    Where.of(
                            "dev1",
                            name -> name.startsWith("AWS_") ? known.get(name) : Optional.empty());

            for (String name :
                    List.of(
                            "CONVERSATIONS_TABLE",
                            "BOOKINGS_TABLE",
                            "DIRECTORY_TABLE",
                            "INBOUND_QUEUE_URL",
                            "INBOUND_DEAD_LETTERS_URL",
                            "DEFERRED_QUEUE_URL",
                            "RECEIPTS_DEAD_LETTERS_URL")) {
                assertEquals(last(known, name), last(found, name), name);
            }
            Findings findings = StoredAudit.of(found, Optional.empty(), Instant.now());
            assertEquals(List.of(), findings.violations());
        }
    }

    /** The same service may be called by more than one address. */
    private static String last(Env env, String name) {
        String value = env.get(name).orElseThrow();
        return value.substring(value.lastIndexOf('/') + 1);
    }
}
