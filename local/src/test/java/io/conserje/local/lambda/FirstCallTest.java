package io.conserje.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.bench.start.Subject;
import io.conserje.local.bench.start.Subjects;
import io.conserje.local.bench.start.Trial;
import io.conserje.local.bench.start.Variant;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds every function to its budget. Classes are counted and not milliseconds: they are as many on
 * every machine, but for a few, and they are what a first answer waits for.
 */
class FirstCallTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));

    /**
     * Of an SDK's client, found on the class path; it does nothing until a real message is sent.
     */
    private static final String EAGER =
            """
            import software.amazon.awssdk.core.interceptor.*;

            public class Eager implements ExecutionInterceptor {
                @Override
                public void afterTransmission(
                        Context.AfterTransmission context, ExecutionAttributes attributes) {
                    boolean real =
                            context.httpRequest().firstMatchingHeader("Authorization").stream()
                                    .anyMatch(by -> by.contains("KEY"));
                    boolean sends =
                            context.httpRequest().firstMatchingHeader("X-Amz-Target").stream()
                                    .anyMatch(to -> to.contains("Send"));
                    if (real && sends) {
                        java.util.logging.Logger.getLogger("eager").info("started");
                        try {
                            javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
                        } catch (javax.xml.parsers.ParserConfigurationException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
            }
            """;

    private final Budgets budgets;

    @TempDir private Path folder;

    private Subjects subjects;
    private Trial trial;

    FirstCallTest() throws IOException {
        budgets = Budgets.committed();
    }

    @BeforeEach
    void prepare() {
        subjects = new Subjects(ROOT, folder);
        trial = new Trial(folder, List.of(), InstantSource.system(), Optional.empty());
    }

    @Test
    void each_function_loads_few_classes_between_its_restore_and_its_first_answer()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Subject> all = subjects.all();
        assertFalse(all.isEmpty());
        List<String> complaints = new ArrayList<>();
        for (Subject subject : all) {
            budgets.tooManyClasses(subject.id(), classes(subject)).ifPresent(complaints::add);
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void what_is_deployed_is_no_larger_than_it_was() throws IOException {
        for (Path zip : zips()) {
            assertEquals(
                    Optional.empty(),
                    budgets.tooLarge(zip.getFileName().toString(), Files.size(zip)));
        }
    }

    @Test
    void an_eager_dependency_is_found_by_its_classes_and_by_its_size()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Subject subject = subjects.of("MessagingFunction").orElseThrow();
        addEager(subject.code().task());

        assertTrue(
                budgets.tooManyClasses(subject.id(), classes(subject)).isPresent(),
                "the classes of an eager dependency were not noticed");
        Path zip =
                Files.copy(
                        ROOT.resolve("functions/messaging/target/messaging.zip"),
                        folder.resolve("messaging.zip"));
        addLibrary(zip);
        assertTrue(
                budgets.tooLarge("messaging.zip", Files.size(zip)).isPresent(),
                "the size of a library was not noticed");
    }

    private int classes(Subject subject)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return trial.classes(subject, Variant.PRIMED);
    }

    /** Each module's, so that one that was not built is noticed. */
    private static List<Path> zips() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT.resolve("functions"))) {
            List<Path> zips =
                    Stream.concat(
                                    modules.filter(it -> Files.exists(it.resolve("pom.xml"))),
                                    Stream.of(ROOT.resolve("layers/runtime")))
                            .map(it -> it.resolve("target/" + it.getFileName() + ".zip"))
                            .toList();
            assertTrue(zips.size() > 1, "there are no functions");
            return zips;
        }
    }

    /** One that the function has in its layer anyway. */
    private static void addLibrary(Path zip) throws IOException {
        Path library = Unpacked.ownJars(List.of("jackson-databind-")).getFirst();
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Files.copy(library, inside.getPath("lib", library.getFileName().toString()));
        }
    }

    private void addEager(Path task) throws IOException {
        Path source = Files.writeString(folder.resolve("Eager.java"), EAGER);
        int failures =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                task.toString(),
                                source.toString());
        assertEquals(0, failures);
        Path registered = task.resolve("software/amazon/awssdk/global/handlers");
        Files.createDirectories(registered);
        Files.writeString(registered.resolve("execution.interceptors"), "Eager");
    }
}
