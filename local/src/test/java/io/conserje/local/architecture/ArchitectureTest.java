package io.conserje.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way dependencies point, beyond what the poms already hold. */
class ArchitectureTest {
    private static JavaClasses all;

    @BeforeAll
    static void look() {
        all =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.conserje");
    }

    /** A rule about classes that were not found would pass by looking at nothing. */
    @ParameterizedTest
    @CsvSource({
        "io.conserje.model, 25",
        "io.conserje.engine, 20",
        "io.conserje.channel, 8",
        "io.conserje.channel.whatsapp, 15",
        "io.conserje.channel.whatsappsession, 15",
        "io.conserje.application, 20",
        "io.conserje.wire, 3",
        "io.conserje.aws, 20",
        "io.conserje.messaging, 3",
        "io.conserje.conversation, 1",
        "io.conserje.delivery, 2",
        "io.conserje.appointments, 1",
        "io.conserje.release, 4",
        "io.conserje.local, 80"
    })
    void the_rules_look_at_every_part(String part, int atLeast) {
        long found =
                all.stream()
                        .filter(type ->
                                type.getPackageName().equals(part)
                                        || type.getPackageName().startsWith(part + "."))
                        .count();
        assertTrue(
                found >= atLeast,
                part + " has " + found + " classes: fewer than " + atLeast + " were looked at");
    }

    @Test
    void the_model_knows_only_itself() {
        onlyOn("io.conserje.model..", "io.conserje.model..", "java..", "org.jspecify..").check(all);
    }

    @Test
    void the_engine_knows_the_model_and_performs_nothing() {
        onlyOn(
                        "io.conserje.engine..",
                        "io.conserje.engine..",
                        "io.conserje.model..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.text..",
                        "java.nio.charset..",
                        "org.jspecify..")
                .check(all);
    }

    @Test
    void the_channel_contract_knows_the_model() {
        onlyOn(
                        "io.conserje.channel",
                        "io.conserje.channel",
                        "io.conserje.model..",
                        "java..",
                        "org.jspecify..")
                .check(all);
    }

    @Test
    void use_cases_know_no_provider_no_cloud_and_no_framework() {
        onlyOn(
                        "io.conserje.application..",
                        "io.conserje.application..",
                        "io.conserje.engine..",
                        "io.conserje.model..",
                        "io.conserje.channel",
                        "java..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(all);
    }

    @Test
    void a_channel_knows_no_other_part_of_the_system() {
        noClasses()
                .that()
                .resideInAPackage("io.conserje.channel.(*)..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.conserje.application..",
                        "io.conserje.engine..",
                        "io.conserje.wire..",
                        "io.conserje.aws..",
                        "io.conserje.local..",
                        "io.micronaut..")
                .check(all);
    }

    /** A session's API is a queue of SQS (docs/decisions/0018); every other provider's is HTTP. */
    @Test
    void only_the_sessions_queue_is_reached_through_the_cloud() {
        noClasses()
                .that()
                .resideInAPackage("io.conserje.channel.(*)..")
                .and()
                .haveNameNotMatching(
                        "io\\.conserje\\.channel\\.whatsappsession\\.SqsCommands(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(all);
    }

    @Test
    void channels_do_not_know_each_other() {
        slices().matching("io.conserje.channel.(*)..")
                .should()
                .notDependOnEachOther()
                // What their clients have in common, and which knows none of them.
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.conserje.channel.http.."))
                .check(all);
    }

    @Test
    void functions_do_not_know_each_other() {
        slices().matching("io.conserje.(messaging|conversation|delivery|appointments|release)..")
                .should()
                .notDependOnEachOther()
                .check(all);
    }

    @Test
    void nothing_that_is_deployed_knows_the_local_runtime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.conserje.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.conserje.local..")
                .check(all);
    }

    @Test
    void names_say_what_a_class_does() {
        noClasses()
                .should()
                // A suffix: what a business offers may well be called a service.
                .haveNameMatching(".*\\.\\w+(Handler|Impl|Utils?|Manager|Helper|Service)")
                .because(
                        "the name should say what it does: ReceiveWebhook, OnInboundMessage, AdvanceConversation")
                .check(all);
    }

    private static ArchRule onlyOn(String part, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(part)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
