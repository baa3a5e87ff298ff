package io.conserje.local.eval;

import java.util.List;

/** The test sets cannot be used. The message has every fault, each with its file and line. */
public final class InvalidSets extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidSets(List<String> faults) {
        super(String.join("\n", faults));
    }
}
