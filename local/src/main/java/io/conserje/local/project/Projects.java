package io.conserje.local.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads all projects of a folder, and holds them against each other. */
public final class Projects {
    private Projects() {}

    /**
     * @throws InvalidProject with every fault of every file
     */
    public static List<Project> read(Path folder) {
        List<ProjectFile> files = files(folder).stream().map(ProjectFile::new).toList();
        List<Project> projects =
                files.stream().map(ProjectFile::read).flatMap(Optional::stream).toList();
        requireApart(files);
        List<ProjectFile> invalid =
                files.stream().filter(file -> file.faults().count() > 0).toList();
        if (!invalid.isEmpty()) {
            throw new InvalidProject(invalid);
        }
        return projects;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is one project's would otherwise be answered by the other. */
    private static void requireApart(List<ProjectFile> files) {
        Map<String, Path> owners = new HashMap<>();
        for (ProjectFile file : files) {
            file.claims()
                    .forEach((claim, place) -> {
                        Path owner = owners.putIfAbsent(claim, file.path());
                        if (owner != null) {
                            file.faults()
                                    .add(
                                            place,
                                            claim + " is that of " + owner.getFileName() + ", too");
                        }
                    });
        }
    }
}
