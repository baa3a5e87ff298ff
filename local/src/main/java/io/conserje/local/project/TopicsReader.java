package io.conserje.local.project;

import io.conserje.aws.media.TikaMediaTypes;
import io.conserje.engine.Bilingual;
import io.conserje.engine.Topic;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a business can answer, and the files and places that it shows with it. */
final class TopicsReader {
    private final Path projectFile;
    private final ProjectId project;
    private final Ids ids;
    private final Map<MediaFile, Path> files = new HashMap<>();

    TopicsReader(Path projectFile, ProjectId project, Ids ids) {
        this.projectFile = projectFile;
        this.project = project;
        this.ids = ids;
    }

    List<Topic> read(Fields root) {
        List<Topic> topics = new ArrayList<>();
        for (Fields fields : root.each("topics")) {
            fields.only("id", "title", "answer", "words", "place", "file");
            Optional<String> id = ids.read(fields);
            Optional<Bilingual> title = fields.bilingual("title");
            Optional<Bilingual> answer = fields.bilingual("answer");
            List<String> words = fields.texts("words");
            List<Outgoing> shows = shows(fields);
            if (id.isPresent() && title.isPresent() && answer.isPresent()) {
                topics.add(new Topic(id.get(), title.get(), answer.get(), words, shows));
            }
        }
        return topics;
    }

    Map<MediaFile, Path> files() {
        return files;
    }

    private List<Outgoing> shows(Fields topic) {
        List<Outgoing> shows = new ArrayList<>();
        if (topic.has("place")) {
            place(topic.fields("place")).ifPresent(shows::add);
        }
        if (topic.has("file")) {
            topic.value("file", this::file).ifPresent(shows::add);
        }
        return shows;
    }

    private static Optional<Outgoing> place(Fields fields) {
        fields.only("latitude", "longitude", "name", "address");
        Optional<Double> latitude = fields.value("latitude", TopicsReader::degrees);
        Optional<Double> longitude = fields.value("longitude", TopicsReader::degrees);
        Optional<String> name = fields.value("name", text -> text);
        Optional<String> address =
                fields.has("address") ? fields.value("address", text -> text) : Optional.empty();
        if (latitude.isEmpty() || longitude.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return fields.made(
                fields.place(),
                () -> new Outgoing.Place(latitude.get(), longitude.get(), name.get(), address));
    }

    private static double degrees(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no number of degrees: write it like 8.9824", e);
        }
    }

    /** Beside the project's file, and nowhere else. */
    private Outgoing file(String name) {
        Path folder = projectFile.toAbsolutePath().normalize().getParent();
        Path path = folder == null ? Path.of(name) : folder.resolve(name).normalize();
        if (folder == null || !path.startsWith(folder) || !Files.isRegularFile(path)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no file beside the project's file");
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            String type = new TikaMediaTypes().of(path, Optional.of(name));
            String digest = sha256(bytes);
            MediaFile file =
                    new MediaFile(
                            "files/" + project + "/" + digest + suffix(name),
                            type,
                            bytes.length,
                            digest);
            files.put(file, path);
            return new Outgoing.File(
                    kind(type),
                    file,
                    Optional.of(String.valueOf(path.getFileName())),
                    Optional.empty(),
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static MediaKind kind(String type) {
        return switch (type) {
            case "image/jpeg", "image/png" -> MediaKind.IMAGE;
            case "video/mp4" -> MediaKind.VIDEO;
            default -> MediaKind.DOCUMENT;
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
