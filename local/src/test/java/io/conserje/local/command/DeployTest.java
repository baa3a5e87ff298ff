package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.sam.UploadBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands {@code deploy} and {@code rollback}, whole, over the template as it is. */
class DeployTest {
    private static final String BUCKET = "/conserje-releases-123456789012-eu-west-1";
    private static final Pattern FILE =
            Pattern.compile("(?m)^\\s*(?:CodeUri|ContentUri): (\\S+\\.zip)$");

    @TempDir private Path root;

    private final UploadBucket s3 = new UploadBucket();
    private final StackCloud cloud =
            new StackCloud(path ->
                    Optional.ofNullable(s3.objects().get(path))
                            .map(it -> new String(it, StandardCharsets.UTF_8)));
    private final AtomicLong seconds = new AtomicLong();

    private record Said(int code, String text) {}

    @BeforeEach
    void checkout() throws IOException, InterruptedException {
        for (String file : List.of("template.yaml", "samconfig.toml")) {
            Files.copy(Home.root().resolve(file), root.resolve(file));
        }
        Files.writeString(root.resolve(".gitignore"), "target/\n");
        build("1");
        git("init", "-q");
        commit("first");
    }

    @AfterEach
    void close() {
        s3.close();
        cloud.close();
    }

    private void build(String content) throws IOException {
        for (String file : files()) {
            Path zip = root.resolve(file);
            Files.createDirectories(zip.getParent());
            Files.writeString(zip, file + " " + content);
        }
    }

    private Set<String> files() throws IOException {
        return FILE.matcher(Files.readString(root.resolve("template.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(
                                Stream.of("git", "-c", "user.name=A", "-c", "user.email=a@b.c"),
                                Stream.of(arguments))
                        .toList();
        Process process =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    private String commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD");
    }

    private ReleaseDesk.Around around(ByteArrayOutputStream out) {
        Map<String, String> machine =
                Map.of(
                        "AWS_REGION", "eu-west-1",
                        "AWS_ENDPOINT_URL_CLOUDFORMATION", cloud.url(),
                        "AWS_ENDPOINT_URL_STS", cloud.url(),
                        "AWS_ENDPOINT_URL_S3", s3.url());
        InstantSource clock =
                () -> Instant.parse("2026-11-22T07:00:00Z").plusSeconds(seconds.incrementAndGet());
        return new ReleaseDesk.Around(
                name -> Optional.ofNullable(machine.get(name)),
                root,
                clock,
                time -> {},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Texts.of("en"));
    }

    private Said deploy(String... arguments) {
        return run(true, arguments);
    }

    private Said rollback(String... arguments) {
        return run(false, arguments);
    }

    private Said run(boolean deploy, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Object command = deploy ? new Deploy(around(out)) : new Rollback(around(out));
        int code = new CommandLine(command).execute(arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private static void ended(int code, Said said) {
        assertEquals(code, said.code(), said.text());
    }

    private static void says(String what, Said said) {
        assertTrue(said.text().contains(what), said.text());
    }

    private Set<String> kept(String prefix) {
        return s3.objects().keySet().stream()
                .filter(key -> key.startsWith(BUCKET + "/" + prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String release(String stack) {
        return cloud.releaseId(stack).split("-")[1];
    }

    /** Through the stages, one after the other. */
    private void takeTo(String... stages) {
        for (String stage : stages) {
            ended(0, deploy(stage, "--yes"));
        }
    }

    @Test
    void a_dry_run_uploads_nothing_but_the_template_and_leaves_no_stack() throws IOException {
        Said said = deploy("dev1");

        ended(0, said);
        assertEquals(1, s3.objects().size(), () -> s3.objects().keySet().toString());
        assertEquals(1, kept("releases/").size());
        assertTrue(kept("releases/").iterator().next().endsWith("/template.yaml"));
        assertEquals(Map.of(), cloud.stacks);
        assertEquals(Map.of(), cloud.sets);
        for (String file : files()) {
            says(file, said);
        }
        says("Only the template goes up now", said);
        says("Modify   MessagingFunction", said);
        says("Nothing was changed. With --yes it is done.", said);
    }

    @Test
    void the_bucket_of_releases_is_made_private_versioned_encrypted_and_only_over_tls() {
        deploy("dev1");

        assertEquals(
                Map.of(BUCKET, Set.of("publicAccessBlock", "encryption", "versioning", "policy")),
                s3.buckets());
    }

    @Test
    void with_yes_it_is_uploaded_carried_out_and_answers() throws IOException {
        Said said = deploy("dev1", "--yes");

        ended(0, said);
        assertEquals("CREATE_COMPLETE", cloud.stack("conserje-dev1").status);
        assertEquals(files().size(), kept("artifacts/").size());
        says("MessagingFunction", said);
        says("CREATE_COMPLETE", said);
        says("Done: the stage answers with " + cloud.releaseId("conserje-dev1"), said);
        assertTrue(
                cloud.releaseId("conserje-dev1").matches("[0-9a-f]{10}-[0-9a-f]{12}"),
                cloud.releaseId("conserje-dev1"));
        assertFalse(cloud.stack("conserje-dev1").template.contains("/target/"));
    }

    @Test
    void the_same_again_uploads_nothing_and_says_that_there_is_nothing_to_do() {
        takeTo("dev1");
        Map<String, byte[]> before = s3.objects();

        Said said = deploy("dev1", "--yes");

        ended(0, said);
        says("Nothing to do", said);
        assertFalse(said.text().contains(" new\n"), said.text());
        assertEquals(before.keySet(), s3.objects().keySet());
        before.forEach((key, bytes) -> assertEquals(bytes, s3.objects().get(key), key));
        assertEquals(Map.of(), cloud.sets);
    }

    @Test
    void a_dry_run_of_a_change_leaves_the_stage_as_it_is() throws IOException {
        takeTo("dev1");
        String running = cloud.releaseId("conserje-dev1");
        build("2");

        Said said = deploy("dev1");

        ended(0, said);
        says("There now: " + running, said);
        assertEquals(running, cloud.releaseId("conserje-dev1"));
        assertEquals(files().size(), kept("artifacts/").size());
        assertEquals(Map.of(), cloud.sets);
    }

    @Test
    void the_later_stages_take_what_the_stage_before_runs_and_build_nothing() throws IOException {
        takeTo("dev1");
        for (String file : files()) {
            Files.delete(root.resolve(file));
        }
        Set<String> uploaded = kept("artifacts/");

        takeTo("dev2", "staging", "prod");

        assertEquals(uploaded, kept("artifacts/"));
        assertEquals(release("conserje-dev1"), release("conserje-prod"));
        assertEquals(cloud.stack("conserje-dev1").template, cloud.stack("conserje-prod").template);
        // Their parameters differ, so their versions are published apart.
        assertNotEquals(cloud.releaseId("conserje-dev1"), cloud.releaseId("conserje-prod"));
        assertEquals("prod", cloud.stack("conserje-prod").parameters.get("Stage"));
        assertEquals("true", cloud.stack("conserje-prod").parameters.get("GradualDeploy"));
    }

    @Test
    void a_stage_is_not_skipped_unless_that_is_asked_for() {
        takeTo("dev1");
        String id = release("conserje-dev1");

        ended(2, deploy("staging", "--yes"));
        Said refused = deploy("staging", "--release", id, "--yes");
        ended(2, refused);
        says("--out-of-order", refused);
        assertFalse(cloud.stacks.containsKey("conserje-staging"));

        ended(0, deploy("staging", "--release", id, "--yes", "--out-of-order"));
        assertEquals(id, release("conserje-staging"));
    }

    @Test
    void what_no_commit_describes_stays_in_development() throws IOException {
        Files.writeString(root.resolve("new.txt"), "not committed");
        takeTo("dev1", "dev2");

        Said refused = deploy("staging", "--yes");

        ended(2, refused);
        says("no commit describes", refused);
    }

    @Test
    void a_commit_that_changed_nothing_of_it_is_the_same_release()
            throws IOException, InterruptedException {
        takeTo("dev1");
        Files.writeString(root.resolve("README.md"), "words");
        String words = commit("words");

        ended(2, deploy("dev2", "--yes", "--commit", words));
        ended(0, deploy("dev1", "--yes", "--commit", words));
        ended(0, deploy("dev2", "--yes", "--commit", words));

        Said other = deploy("dev2", "--yes", "--commit", "0123456789");
        ended(2, other);
        says("was not built from commit 0123456789", other);
    }

    @Test
    void a_failure_is_told_with_its_reason_and_what_came_of_it() throws IOException {
        takeTo("dev1");
        String running = cloud.releaseId("conserje-dev1");
        build("2");
        cloud.trouble = "Rollback triggered by alarm conserje-dev1-MessagingErrorsAlarm";

        Said said = deploy("dev1", "--yes");

        ended(1, said);
        says("FAILED: the stack is in UPDATE_ROLLBACK_COMPLETE", said);
        says("Rollback triggered by alarm", said);
        assertEquals(running, cloud.releaseId("conserje-dev1"));
        // It did not run, so nobody goes back to it.
        ended(2, rollback("dev1", "--yes"));
    }

    @Test
    void a_rollback_takes_the_release_before_and_a_second_one_the_one_before_that()
            throws IOException {
        takeTo("dev1");
        String first = release("conserje-dev1");
        build("2");
        takeTo("dev1");
        String second = release("conserje-dev1");
        build("3");
        takeTo("dev1");
        String third = release("conserje-dev1");

        Said shown = rollback("dev1");
        ended(0, shown);
        says("-" + second, shown);
        assertEquals(third, release("conserje-dev1"));

        ended(0, rollback("dev1", "--yes"));
        assertEquals(second, release("conserje-dev1"));
        ended(0, rollback("dev1", "--yes"));
        assertEquals(first, release("conserje-dev1"));
        Said none = rollback("dev1", "--yes");
        ended(2, none);
        says("--release ID", none);
    }

    @Test
    void a_parameter_alone_is_a_new_release_id_and_stays_until_it_is_set_anew() {
        takeTo("dev1");
        String plain = cloud.releaseId("conserje-dev1");

        ended(0, deploy("dev1", "--yes", "--set", "LogLevel=DEBUG"));
        String debug = cloud.releaseId("conserje-dev1");
        assertNotEquals(plain, debug);
        assertEquals(plain.split("-")[1], debug.split("-")[1]);
        // SAM names a version by the first ten characters: these must differ, or none is published.
        assertNotEquals(plain.substring(0, 10), debug.substring(0, 10));

        says("Nothing to do", deploy("dev1", "--yes"));
        assertEquals("DEBUG", cloud.stack("conserje-dev1").parameters.get("LogLevel"));
        ended(0, deploy("dev1", "--yes", "--set", "LogLevel=INFO"));
        assertEquals(plain, cloud.releaseId("conserje-dev1"));
    }

    @Test
    void what_holds_something_is_not_replaced_or_removed_unless_that_is_asked_for()
            throws IOException {
        takeTo("dev1");
        String running = cloud.releaseId("conserje-dev1");
        build("2");
        cloud.changes =
                List.of(
                        "Modify Bookings AWS::DynamoDB::Table True",
                        "Remove Media AWS::S3::Bucket -",
                        "Modify HealthFunction AWS::Lambda::Function Conditional");

        Said shown = deploy("dev1");
        ended(0, shown);
        says("!!! Bookings (AWS::DynamoDB::Table) WOULD OR COULD BE REPLACED", shown);
        says("!!! Media (AWS::S3::Bucket) WOULD BE REMOVED", shown);
        Said refused = deploy("dev1", "--yes");
        ended(2, refused);
        says("Bookings, Media would be removed or replaced", refused);
        assertEquals(running, cloud.releaseId("conserje-dev1"));
        assertEquals(Map.of(), cloud.sets);

        ended(0, deploy("dev1", "--yes", "--allow-replacement"));
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_IN_PROGRESS, Wait until that has ended",
        "UPDATE_ROLLBACK_FAILED, continue-update-rollback",
        "ROLLBACK_COMPLETE, delete-stack",
        "DELETE_FAILED, delete-stack"
    })
    void a_stack_that_cannot_be_changed_is_refused_with_what_to_do(String status, String advice) {
        takeTo("dev1");
        cloud.stack("conserje-dev1").status = status;
        int asked = cloud.asked.size();

        Said refused = deploy("dev1", "--yes");

        ended(2, refused);
        says(advice, refused);
        assertEquals(List.of("DescribeStacks"), cloud.asked.subList(asked, cloud.asked.size()));
    }

    @Test
    void bad_input_names_what_is_wrong() {
        assertAll(
                () -> says("\"production\"", deploy("production")),
                () -> says("LogLevel", deploy("dev1", "--set", "LogLevel=LOUD")),
                () -> says("Loglevel", deploy("dev1", "--set", "Loglevel=INFO")),
                () -> says("computed", deploy("dev1", "--set", "ReleaseId=x")),
                () -> says("must be dev1", deploy("dev1", "--set", "Stage=prod")),
                () -> says("12 hexadecimal digits", deploy("dev1", "--release", "v1.2")),
                () -> says("has no release", deploy("dev1", "--release", "0123456789ab")),
                () -> says("conserje-dev1 is not there", deploy("dev2")),
                () -> says("nothing to go back from", rollback("dev1")));
        assertEquals(2, deploy("production").code());
        assertEquals(Map.of(), s3.objects());
    }

    @Test
    void a_file_that_was_not_built_is_named() throws IOException {
        Files.delete(root.resolve(Objects.requireNonNull(files().iterator().next())));

        Said refused = deploy("dev1", "--yes");

        ended(2, refused);
        says("./conserje build", refused);
    }
}
