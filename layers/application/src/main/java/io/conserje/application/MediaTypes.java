package io.conserje.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells what a file is by looking at it. */
@FunctionalInterface
public interface MediaTypes {

    /**
     * Looks at how the bytes begin and, in a container, at the names of what it holds. Unpacks and
     * renders nothing, and takes little time and memory whatever a stranger made of the file.
     *
     * @param fileName as the customer named it; it can only make the answer narrower, as of a text
     *     that is called {@code .bat}, and never vouches for bytes
     * @return a media type in lower case, for example {@code image/jpeg}; {@code
     *     application/octet-stream} for what cannot be told; with the parameter {@code macros=yes}
     *     for a document that carries programs
     */
    String of(Path file, Optional<String> fileName) throws IOException;
}
