package io.conserje.local.project;

import java.util.List;

/**
 * A project's file has faults; the message has them all, a line each, with the field's place in the
 * file.
 */
public final class InvalidProject extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidProject(Object file, List<String> faults) {
        super(file + " cannot be used:\n  " + String.join("\n  ", faults));
    }
}
