package io.conserje.local.sam;

import io.conserje.local.sam.External.Ended;
import io.conserje.local.sam.Step.Failed;
import io.conserje.local.sam.Step.Outcome;
import io.conserje.local.sam.Step.Passed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets the SAM CLI upload what a deployment would, to nowhere. */
final class Packaging {
    private static final Pattern FILE = Pattern.compile("(?:CodeUri|ContentUri): (\\S+)");

    private final SamCli sam;
    private final Path root;
    private final List<Artifact> artifacts = new ArrayList<>();

    Packaging(SamCli sam, Path root) {
        this.sam = sam;
        this.root = root;
    }

    List<Artifact> artifacts() {
        return List.copyOf(artifacts);
    }

    Outcome run(Path template) {
        Path packaged = template.resolveSibling("packaged.yaml");
        try (UploadBucket bucket = new UploadBucket()) {
            Ended ended =
                    sam.call(
                            List.of(
                                    "package",
                                    "--template-file",
                                    template.toString(),
                                    "--s3-bucket",
                                    "nowhere",
                                    "--s3-prefix",
                                    "conserje",
                                    "--output-template-file",
                                    packaged.toString()),
                            Map.of("AWS_ENDPOINT_URL_S3", bucket.url()));
            if (!ended.well() || !Files.exists(packaged)) {
                return new Failed(ended.lastWords(5));
            }
            Map<String, String> files = files(template);
            bucket.objects()
                    .forEach((path, bytes) -> {
                        String key = path.substring(path.lastIndexOf('/') + 1);
                        artifacts.add(
                                artifact(files.getOrDefault(key, "template.yaml"), key, bytes));
                    });
            artifacts.add(artifact("template.yaml", "-", Files.readAllBytes(packaged)));
            artifacts.sort(Comparator.comparing(Artifact::file));
            return judge(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each file of the template must have come, and come whole: its name is its digest. */
    private Outcome judge(Map<String, String> files) {
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (artifacts.stream().noneMatch(it -> it.key().equals(file.getKey()))) {
                return new Failed(file.getValue() + " was not uploaded as it is");
            }
        }
        return new Passed(
                artifacts.size()
                        + ", "
                        + artifacts.stream().mapToLong(Artifact::bytes).sum()
                        + " B");
    }

    /** The files that the template names, by what the SAM CLI calls them. */
    private Map<String, String> files(Path template) throws IOException {
        return FILE.matcher(Files.readString(template))
                .results()
                .map(found -> template.resolveSibling(found.group(1)).normalize())
                .distinct()
                .collect(
                        Collectors.toMap(
                                file -> digest("MD5", read(file)),
                                file -> root.relativize(file).toString()));
    }

    private static Artifact artifact(String file, String key, byte[] bytes) {
        return new Artifact(file, key, bytes.length, digest("SHA-256", bytes));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
