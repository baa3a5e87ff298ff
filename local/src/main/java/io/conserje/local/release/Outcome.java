package io.conserje.local.release;

import java.util.List;

/** How a deployment ended. */
public sealed interface Outcome {
    /** Nothing was asked to be done. */
    record Shown() implements Outcome {}

    record Unchanged(String releaseId) implements Outcome {}

    /** CloudFormation could not even say what it would do. */
    record NotPlanned(String reason) implements Outcome {}

    record Done(String releaseId, Health.Said health) implements Outcome {
        /** Whether the world sees it. */
        public boolean seen() {
            return health.release().equals(releaseId) && !health.word().equals("down");
        }
    }

    record Undone(String status, List<Happening> failures) implements Outcome {}

    default boolean well() {
        return switch (this) {
            case Shown shown -> true;
            case Unchanged unchanged -> true;
            case NotPlanned failed -> false;
            case Done done -> done.seen();
            case Undone undone -> false;
        };
    }
}
