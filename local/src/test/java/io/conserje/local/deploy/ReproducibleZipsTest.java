package io.conserje.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources, built elsewhere another time, give the same bytes. */
class ReproducibleZipsTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final List<String> SOURCES =
            List.of(".mvn", "pom.xml", "local/pom.xml", "layers", "functions", "events");

    @TempDir private Path elsewhere;

    @Test
    void two_builds_of_the_same_sources_give_identical_zips()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Map<String, String> here = digests(ROOT);
        assertFalse(here.isEmpty());
        for (String source : SOURCES) {
            copy(source);
        }

        build();

        assertEquals(here, digests(elsewhere));
    }

    private void build() throws IOException, InterruptedException {
        Path log = elsewhere.resolve("build.log");
        ProcessBuilder maven =
                new ProcessBuilder(
                                "mvn",
                                "-B",
                                "-o",
                                "-q",
                                "-Pquick",
                                "-pl",
                                String.join(",", modules()),
                                "-am",
                                "package")
                        .directory(elsewhere.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process build = maven.start();
        assertEquals(0, build.waitFor(), () -> read(log));
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "the build wrote no log";
        }
    }

    private void copy(String source) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve(source))) {
            for (Path file : all.filter(ReproducibleZipsTest::isSource).toList()) {
                Path to = elsewhere.resolve(ROOT.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file)
                && Stream.of("target", "test").noneMatch(part -> isUnder(part, file));
    }

    private static boolean isUnder(String part, Path file) {
        for (Path name : ROOT.relativize(file)) {
            if (name.toString().equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** Those whose zips are deployed. */
    private static List<String> modules() throws IOException {
        try (Stream<Path> functions = Files.list(ROOT.resolve("functions"))) {
            return Stream.concat(
                            functions
                                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                                    .map(folder -> "functions/" + folder.getFileName()),
                            Stream.of("layers/runtime"))
                    .toList();
        }
    }

    private static Map<String, String> digests(Path root)
            throws IOException, NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        for (String module : modules()) {
            Path target = root.resolve(module + "/target");
            String zip = module.substring(module.indexOf('/') + 1) + ".zip";
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(target.resolve(zip)));
            digests.put(zip, HexFormat.of().formatHex(digest));
        }
        return digests;
    }
}
