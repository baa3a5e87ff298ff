package io.conserje.local.release;

import java.util.List;

/** What CloudFormation would do. */
sealed interface ChangeSet {
    /**
     * @param id names it for good, whatever is made later under the same name
     */
    record Ready(String id, List<Change> changes) implements ChangeSet {}

    record Nothing(String id) implements ChangeSet {}

    record Failed(String id, String reason) implements ChangeSet {}

    String id();
}
