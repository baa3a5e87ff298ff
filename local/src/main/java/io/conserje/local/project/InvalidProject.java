package io.conserje.local.project;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A project's file has faults, or several files have; the message has them all, a line each, with
 * the field's place in the file.
 */
public final class InvalidProject extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidProject(List<ProjectFile> files) {
        super(files.stream().map(InvalidProject::told).collect(Collectors.joining("\n")));
    }

    private static String told(ProjectFile file) {
        return file.path() + " cannot be used:\n  " + String.join("\n  ", file.faults().told());
    }
}
