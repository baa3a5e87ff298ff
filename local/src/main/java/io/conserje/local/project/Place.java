package io.conserje.local.project;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where in a project's file something stands, or should stand.
 *
 * @param line counted from 1
 * @param path empty for the file as a whole
 */
record Place(int line, String path) {
    static final Place FILE = new Place(1, "");

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** What is missing in here, or stands on the same line. */
    Place in(String name) {
        return in(name, line);
    }

    Place in(String name, int itsLine) {
        return new Place(itsLine, path.isEmpty() ? name : path + "." + name);
    }

    Place item(int index, int itsLine) {
        return new Place(itsLine, path + "[" + index + "]");
    }

    @Override
    public String toString() {
        return "line " + line + ", " + (path.isEmpty() ? "the file" : path);
    }
}
