package io.conserje.local.release;

import io.conserje.local.release.Refusal.Why;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stack as it is.
 *
 * @param status as CloudFormation says it; empty when there is no stack
 * @param reason CloudFormation's, where it gives one
 */
record StackNow(
        String name,
        Optional<String> status,
        String reason,
        Map<String, String> parameters,
        Map<String, String> outputs) {

    /** A stack of this status has no resources: a change set was made for it, and nothing else. */
    private static final String EMPTY = "REVIEW_IN_PROGRESS";

    private static final Set<String> WELL =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");
    private static final Set<String> WELL_AGAIN =
            Set.of("UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE");
    private static final Set<String> STUCK = Set.of("UPDATE_ROLLBACK_FAILED", "UPDATE_FAILED");

    static StackNow absent(String name) {
        return new StackNow(name, Optional.empty(), "", Map.of(), Map.of());
    }

    boolean isNew() {
        return status.isEmpty() || isEmpty();
    }

    boolean isEmpty() {
        return status.filter(EMPTY::equals).isPresent();
    }

    boolean isWell() {
        return status.filter(WELL::contains).isPresent();
    }

    boolean isMoving() {
        return status.filter(it -> it.endsWith("_IN_PROGRESS") && !it.equals(EMPTY)).isPresent();
    }

    /** The release that runs on it; empty when there is none, or it was not deployed as one. */
    Optional<String> release() {
        return isNew()
                ? Optional.empty()
                : Release.onStage(parameters.getOrDefault("ReleaseId", ""));
    }

    /** Refuses what CloudFormation would refuse too, and says what to do. */
    void refuseUnlessChangeable() {
        if (isNew() || isWell() || status.filter(WELL_AGAIN::contains).isPresent()) {
            return;
        }
        String is = status.orElseThrow();
        Why why =
                isMoving()
                        ? Why.BUSY
                        : STUCK.contains(is) ? Why.MUST_BE_CONTINUED : Why.MUST_BE_DELETED;
        throw new Refusal(why, name, is);
    }
}
