package io.conserje.local.template;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.aws.Env;
import io.conserje.local.template.Yaml.Entries;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What must hold of {@code template.yaml}, whatever is added to it. */
class DeploymentTemplateTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final Path FILE = ROOT.resolve("template.yaml");

    private final Template template = Template.read(FILE, Map.of());
    private final Entries resources = read().section("Resources");
    private final Entries shared = read().section("Globals").section("Function");

    private static Entries read() {
        try {
            return YamlReader.read(Files.readString(FILE), "template.yaml");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Entries> ofType(String type) {
        Map<String, Entries> found =
                resources.entries().entrySet().stream()
                        .filter(resource ->
                                resource.getValue()
                                        .asEntries()
                                        .get("Type")
                                        .orElseThrow()
                                        .asText()
                                        .equals(type))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry ->
                                                entry.getValue()
                                                        .asEntries()
                                                        .section("Properties")));
        assertFalse(
                found.isEmpty(),
                "there is no " + type + " in the template: the test would look at nothing");
        return found;
    }

    private Executable each(String type, BiConsumer<String, Entries> check) {
        return () ->
                assertAll(
                        ofType(type).entrySet().stream()
                                .map(entry ->
                                        () -> check.accept(entry.getKey(), entry.getValue())));
    }

    private static String text(Entries entries, String... path) {
        Yaml at = entries;
        for (String name : path) {
            at =
                    at.asEntries()
                            .get(name)
                            .orElseThrow(() ->
                                    new AssertionError("there is no " + String.join(".", path)));
        }
        return at.asText();
    }

    @Test
    void every_function_is_published_from_a_snapshot_under_the_alias_live() {
        assertEquals("java25", text(shared, "Runtime"));
        assertEquals(
                "arm64", shared.get("Architectures").orElseThrow().asItems().getFirst().asText());
        assertEquals("PublishedVersions", text(shared, "SnapStart", "ApplyOn"));
        // With an alias, SAM points every event at it, never at $LATEST.
        assertEquals("live", text(shared, "AutoPublishAlias"));
        // A !Ref to a "true"/"false" parameter; with !If it would always be true.
        assertEquals("GradualDeploy", text(shared, "DeploymentPreference", "Enabled", "Ref"));
        assertDoesNotThrow(
                each(
                        "AWS::Serverless::Function",
                        // Without it, a change of parameters alone would publish nothing.
                        (id, function) ->
                                assertEquals(
                                        "ReleaseId",
                                        text(function, "AutoPublishCodeSha256", "Ref"),
                                        id)));
    }

    /** What is added must not be let in unseen. */
    @Test
    void every_function_of_a_release_is_called_before_its_customers_do_and_watched_while_they_do() {
        Map<String, Entries> functions = ofType("AWS::Serverless::Function");
        Map<String, Entries> alarms = ofType("AWS::CloudWatch::Alarm");
        Entries smoke = Objects.requireNonNull(functions.get("SmokeFunction"));
        Set<String> checked = smoke.section("Environment").section("Variables").entries().keySet();
        Set<String> unchecked = new TreeSet<>();
        functions.entrySet().stream()
                .filter(function -> !function.getKey().equals("SmokeFunction"))
                .forEach(function -> {
                    String id = function.getKey();
                    String name = id.substring(0, id.length() - "Function".length());
                    if (!checked.contains(name.toUpperCase(Locale.ROOT) + "_VERSION")) {
                        unchecked.add(id);
                    }
                    Yaml watching =
                            function.getValue()
                                    .section("DeploymentPreference")
                                    .get("Alarms")
                                    .orElseThrow(() -> new AssertionError(id + " has no alarm"));
                    assertEquals(
                            name + "ErrorsAlarm",
                            text(
                                    watching.asEntries()
                                            .get("Fn::If")
                                            .orElseThrow()
                                            .asItems()
                                            .get(1)
                                            .asItems()
                                            .getFirst()
                                            .asEntries(),
                                    "Ref"));
                    assertTrue(alarms.containsKey(name + "ErrorsAlarm"), id);
                });
        // Its every event has an effect.
        assertEquals(Set.of("AppointmentsFunction"), unchecked);
        assertEquals("false", text(smoke, "DeploymentPreference", "Enabled"));
        assertTrue(text(smoke, "FunctionName", "Fn::Sub").startsWith("CodeDeployHook_"));
    }

    @Test
    void nothing_goes_round_the_alias() {
        Set<String> types =
                resources.entries().values().stream()
                        .map(resource -> resource.asEntries().get("Type").orElseThrow().asText())
                        .collect(Collectors.toSet());
        for (String raw :
                List.of(
                        "AWS::Lambda::EventSourceMapping",
                        "AWS::Lambda::Permission",
                        "AWS::ApiGatewayV2::Integration")) {
            assertFalse(
                    types.contains(raw),
                    raw + " names a function by hand: use an event of the function");
        }
    }

    @Test
    void every_function_has_its_own_role_and_its_own_log_that_is_not_kept_for_ever() {
        assertDoesNotThrow(
                each(
                        "AWS::Serverless::Function",
                        (id, function) -> {
                            assertTrue(
                                    function.get("Policies").isPresent(),
                                    id + " has no policies of its own");
                            assertTrue(function.get("Role").isEmpty(), id + " shares a role");
                            assertEquals("JSON", text(function, "LoggingConfig", "LogFormat"), id);
                            Entries log =
                                    ofType("AWS::Logs::LogGroup")
                                            .get(
                                                    text(
                                                            function,
                                                            "LoggingConfig",
                                                            "LogGroup",
                                                            "Ref"));
                            assertTrue(
                                    log != null && log.get("RetentionInDays").isPresent(),
                                    id + "'s log has no retention");
                        }));
        long logs =
                ofType("AWS::Serverless::Function").values().stream()
                        .map(function -> text(function, "LoggingConfig", "LogGroup", "Ref"))
                        .distinct()
                        .count();
        assertEquals(ofType("AWS::Serverless::Function").size(), logs, "two functions share a log");
    }

    @Test
    void no_permission_is_for_everything() {
        Set<String> stars = new TreeSet<>();
        ofType("AWS::Serverless::Function")
                .forEach((id, function) ->
                        function.get("Policies").orElseThrow().asItems().stream()
                                .flatMap(policy ->
                                        policy
                                                .asEntries()
                                                .get("Statement")
                                                .orElseThrow()
                                                .asItems()
                                                .stream())
                                .flatMap(DeploymentTemplateTest::whatever)
                                .forEach(statement -> {
                                    names(statement, "Action")
                                            .filter(action -> action.contains("*"))
                                            .forEach(a -> stars.add(id + ": " + a));
                                    names(statement, "Resource")
                                            .filter(resource -> resource.equals("*"))
                                            .forEach(r -> stars.add(id + ": " + r));
                                }));
        assertEquals(Set.of(), stars);
    }

    /** A statement, whether or not what it hangs on holds. */
    private static Stream<Entries> whatever(Yaml statement) {
        return statement
                .asEntries()
                .get("Fn::If")
                .map(either ->
                        either.asItems().stream()
                                .skip(1)
                                .map(Yaml::asEntries)
                                .filter(branch -> branch.get("Effect").isPresent()))
                .orElseGet(() -> Stream.of(statement.asEntries()));
    }

    private static Stream<String> names(Entries statement, String name) {
        return statement.get(name).orElseThrow().asItems().stream()
                .map(item -> item instanceof Yaml.Scalar scalar ? scalar.text() : item.toString());
    }

    @Test
    void every_queue_with_a_consumer_has_somewhere_for_what_cannot_be_done() {
        assertFalse(template.mappings().isEmpty());
        for (Mapping mapping : template.mappings()) {
            Queue queue = template.queue(mapping.queueId());
            Queue.Redrive redrive =
                    queue.redrive()
                            .orElseThrow(() ->
                                    new AssertionError(queue.id() + " has no dead-letter queue"));
            assertEquals(queue.fifo(), template.queue(redrive.targetId()).fifo(), queue.id());
            assertTrue(
                    mapping.reportsItemFailures(),
                    queue.id() + "'s consumer does not report item failures");
            assertTrue(
                    mapping.maximumConcurrency() >= 2, queue.id() + " has no MaximumConcurrency");
            Entries dead =
                    Objects.requireNonNull(ofType("AWS::SQS::Queue").get(redrive.targetId()));
            assertEquals(
                    "byQueue",
                    text(dead, "RedriveAllowPolicy", "redrivePermission"),
                    redrive.targetId());
        }
    }

    @Test
    void a_message_stays_hidden_for_six_times_its_function_s_timeout() {
        for (Mapping mapping : template.mappings()) {
            Duration timeout = template.function(mapping.functionId()).timeout();
            Duration hidden = template.queue(mapping.queueId()).visibilityTimeout();
            assertTrue(
                    hidden.compareTo(timeout.multipliedBy(6)) >= 0,
                    mapping.queueId() + ": " + hidden + " for " + timeout);
        }
    }

    @Test
    void everything_that_is_kept_is_encrypted_and_comes_back() {
        assertDoesNotThrow(
                each(
                        "AWS::SQS::Queue",
                        (id, queue) ->
                                assertEquals("true", text(queue, "SqsManagedSseEnabled"), id)));
        assertDoesNotThrow(
                each(
                        "AWS::DynamoDB::Table",
                        (id, table) -> {
                            assertEquals("PAY_PER_REQUEST", text(table, "BillingMode"), id);
                            assertEquals("true", text(table, "SSESpecification", "SSEEnabled"), id);
                            assertEquals(
                                    "true",
                                    text(
                                            table,
                                            "PointInTimeRecoverySpecification",
                                            "PointInTimeRecoveryEnabled"),
                                    id);
                            assertTrue(table.get("DeletionProtectionEnabled").isPresent(), id);
                        }));
    }

    @Test
    void every_handler_is_there_and_reads_only_variables_that_the_template_gives_it() {
        for (Function function : template.functions()) {
            Set<String> missing = new TreeSet<>();
            Env env =
                    name -> {
                        Optional<String> value =
                                Optional.ofNullable(function.environment().get(name));
                        // In AWS a bucket holds the files; only this machine has a folder.
                        boolean elsewhere = name.startsWith("AWS_") || name.equals("MEDIA_FOLDER");
                        if (value.isEmpty() && !elsewhere) {
                            missing.add(name);
                        }
                        return value.or(() ->
                                name.equals("AWS_REGION")
                                        ? Optional.of("us-east-1")
                                        : Optional.empty());
                    };
            ApplicationContextBuilder context = ApplicationContext.builder().singletons(env);
            assertDoesNotThrow(
                    () ->
                            Class.forName(function.handler())
                                    .getConstructor(ApplicationContextBuilder.class)
                                    .newInstance(context),
                    function.id());
            assertEquals(
                    Set.of(),
                    missing,
                    function.id() + " reads what template.yaml does not give it");
        }
    }

    @Test
    void every_event_belongs_to_a_function_and_every_function_and_route_has_one()
            throws IOException {
        Template whole = Template.read(FILE, Map.of("WhatsAppSession", "any"));
        Set<String> functions =
                whole.functions().stream().map(Function::id).collect(Collectors.toSet());
        List<Path> events;
        try (Stream<Path> files = Files.walk(ROOT.resolve("events"))) {
            events = files.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertEquals(
                functions,
                events.stream().map(DeploymentTemplateTest::owner).collect(Collectors.toSet()),
                "the functions of the template, and those that have an event");
        for (Route route : whole.routes()) {
            assertTrue(
                    events.stream()
                            .anyMatch(event ->
                                    owner(event).equals(route.functionId())
                                            && holds(event, "\"" + route.key() + "\"")),
                    () -> "no event is for the route " + route.key());
        }
    }

    @Test
    void what_checkov_is_not_to_look_at_says_why() {
        resources
                .entries()
                .forEach((id, resource) -> {
                    Entries metadata = resource.asEntries().section("Metadata");
                    for (Yaml skip :
                            metadata.section("checkov")
                                    .get("skip")
                                    .map(Yaml::asItems)
                                    .orElse(List.of())) {
                        assertTrue(
                                text(skip.asEntries(), "comment").length() > 10,
                                () -> id + " skips without a reason");
                    }
                });
    }

    private static String owner(Path event) {
        return event.getName(event.getNameCount() - 2).toString();
    }

    private static boolean holds(Path event, String text) {
        try {
            return Files.readString(event).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void all_of_it_is_known_to_the_local_runtime() {
        assertEquals(List.of(), template.unknown());
    }
}
