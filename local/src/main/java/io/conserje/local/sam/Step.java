package io.conserje.local.sam;

/** One of the things that are tried, and what came of it. */
public record Step(Name name, Outcome outcome) {

    /** In the order in which they are tried. */
    public enum Name {
        LINT,
        CHECKOV,
        VALIDATE,
        BUILD,
        INVOKE,
        PACKAGE
    }

    /** What it could not be tried without. */
    public enum Missing {
        CFN_LINT,
        CHECKOV,
        SAM,
        DOCKER,
        IMAGE,
        BUILT
    }

    public sealed interface Outcome {}

    /**
     * @param detail a few words: a version, a count
     */
    public record Passed(String detail) implements Outcome {}

    public record Failed(String why) implements Outcome {}

    /**
     * @param detail what the machine said to it; may be empty
     */
    public record Skipped(Missing missing, String detail) implements Outcome {}

    public boolean failed() {
        return outcome instanceof Failed;
    }

    public boolean skipped() {
        return outcome instanceof Skipped;
    }
}
